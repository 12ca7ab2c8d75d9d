"""Telling words of the other languages: stems in small letters without accents, as `bare` leaves a text.

Where letters part words, a stem stands at the beginning of one; a short one says that it is the whole word.
Arabic puts its article and conjunctions before a word, and Chinese parts none: there it may stand anywhere.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stems:
    """`telling`: of what the site is about. `topic`: of what a page is. `card`: for whom it is."""

    telling: str
    topic: str
    card: str


ANYWHERE = {"ar", "zh-hans"}
STEMS = {
    "es": Stems(  # Spanish
        "violen|violac|violad|violar|abus|maltrat|agresi|agredi|golpe|golpiz|paliza|me pega|"
        "amenaz|peligr|denunci|querell|acosa|acoso|stalk|victim|feminicid|femicid|asesin|"
        "matarl|matarm|refugi|albergue|antiviol|sexual|estrangul|ahorc|chantaj|segurid",
        "derech|polici|carabin|abogad|tribunal|juzgad|juez|legal|hospital|urgenc|emergenc|"
        "hijos|hijas|ninos|ninas|muje|ayuda|apoyo|permiso|document|papeles|plazo|trabaj|"
        "dinero|sueldo|escuel|servici|divorci|separa|custodi",
        "muje|femenin|ayuda|apoyo|auxili",
    ),
    "fr": Stems(  # French
        r"violen|violee|violer|violeur|viols?(?![^\W_])|agress|abus|maltrait|danger|securi|menac|victim|"
        "plainte|denonc|sexuel|harcel|feminicid|frappe|battue|etrangl|tabass|refuge|stalk|"
        "chantag|prostitu|excis|meurtr|1522",
        "droit|polic|carabin|questur|avocat|tribuna|juge|justice|juridi|hopita|urgenc|"
        "secours|medeci|enfant|femme|aide|soutien|divorc|separat|mariage|permis|sejour|"
        "papier|travai|argent|revenu|servic|maison|logement",
        "femme|aide",
    ),
    "ar": Stems(  # Arabic
        "عنف|عنيف|معنف|ضرب|اغتصاب|اغتصب|تحرش|اعتداء|اعتدي|تهديد|هدد|خطر|خنق|قتل|بلاغ|شكوي|"
        "شكوى|شكاية|ملاحقة|يلاحق|ايذاء|ماوى|ايواء|ضحايا|ابتزاز|قسري|انتهاك|هروب|"
        "سوء المعاملة|1522",
        "حقوق|شرطة|محام|محكم|قاضي|القضاء|قانون|مستشفى|طواري|طبيب|طفل|اطفال|اولاد|نساء|"
        "امراة|سيدات|مساعد|دعم|تصريح|اقامة|العمل|وظيف|نقود|اموال|مدرس|خطة|حضانة|انفصال|"
        "زواج|عيادة|المراة",
        "امراة|المراة|نساء|سيدات|مساعد|دعم|نجدة",
    ),
    "ro": Stems(  # Romanian
        r"violen|violat|violul|viol(?![^\W_])|antiviol|abuz|agres|hartui|molest|amenint|pericol|periculo|"
        "bataie|batai|batjoc|lovit|loveste|maltrat|victim|santaj|adapost|refugi|planger|denunt|"
        "sexual|stalk|femicid|feminicid|sugrum|strangul|ucig|siguranta",
        "drepturi|dreptul|politia|politie|carabin|questur|avocat|tribunal|judec|juridic|"
        "legal|spital|urgent|copil|copiii|femei|permis|documente|concedi|munca|salari|"
        "scoal|servici|ajut|sprijin|divort|custodi|despagub|ghiseu|banii",
        "femei|femin|ajut|sprijin",
    ),
    "uk": Stems(  # Ukrainian
        "насиль|насилл|зґвалт|згвалт|домаган|побоі|побит|вбивст|убивст|погроз|погрож|"
        "загрож|небезпе|безпек|безпечн|переслідув|сталк|жорсток|знуща|катуван|потерпіл|кривдник|"
        "притуло|притулк|шелтер|душив|скарг|аб'юз|nasyl|zgvalt|nebezp",
        "поліц|карабін|адвокат|юрист|юридич|правов|правнич|судов|суддя|лікарн|дитин|дітеи|"
        "дітьми|жінк|жінок|жіноч|допомо|підтрим|документ|посвідк|дозвіл|зарплат|відпустк|"
        "грош|школ|консультац|розлуч|advokat|polits|dopomo",
        "жінк|жінок|жіноч|допомо|підтрим|порятун|zhink|dopomo",
    ),
    "sq": Stems(  # Albanian
        "dhuna|dhune|dhunu|dhunsh|dhunim|dhunoi|perdhun|keqtrajt|abuz|kercenim|kercenu|kercenoj|"
        "rrahj|rrahur|rreh|denonc|kallezim|viktim|vrasj|femicid|ngacmim|perndjek|stalk|"
        "strehez|rrezik|seksual|shantazh|goditj|shfrytezim|1522",
        "drejtat|drejtes|polic|kuestur|karabinier|avokat|gjykat|gjyqtar|ligj|spital|"
        "urgjenc|mjek|femij|martes|divorc|ndihm|grua|gruas|grave|grate|leje|dokument|afat|"
        "punes|ardhura|shkoll|sherbim|plani|sportel|shtepi",
        "grua|gruas|grave|grate|ndihm",
    ),
    "zh-hans": Stems(  # Chinese
        "暴力|家暴|虐待|强奸|强暴|性侵|性骚扰|骚扰|猥亵|迷奸|殴打|挨打|打我|掐脖|杀我|杀害|谋杀|威胁|恐吓|受害|危险|报警|报案|控告|跟踪|庇护|"
        "保护令|逼婚|割礼|1522",
        "权利|警察|警局|律师|法院|法官|法律|医院|急诊|孩子|儿童|女性|妇女|女人|帮助|求助|援助|居留|证件|工作|收入|补助|离婚|分居|离家|学校|咨询|"
        "计划|期限|安全",
        "女性|妇女|女人|女子|姐妹|女友|女孩|帮助|求助|援助|互助|救",
    ),
}
