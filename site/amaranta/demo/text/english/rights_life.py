"""Rights of every day: home and children, money, work, papers."""

from amaranta.demo.text.english.rights import NOT_READ
from amaranta.demo.text.markup import Words, callout, prose, questions, steps

RIGHTS_OF_LIFE = {
    "per-me/diritti/casa": Words(
        "home",
        "Home and children",
        "A judge can order him to leave. And if you leave to be safe, the law recognises it.",
        [
            NOT_READ,
            prose("""
                <h2>The protection order</h2>
                <p>You ask the civil court for it, against your husband or whoever lives with you; also when
                you no longer live together. You need not have reported anything. A lawyer or the desk tells
                you how.</p>
                <p>The judge can order him to:</p>
                <ul><li>stop</li><li>leave the home</li>
                <li>stay away from you, your work, your family’s home and the children’s school</li>
                <li>pay you an allowance, if without him you have no means.</li></ul>
                <p>It lasts a year at most, and is prolonged only for grave reasons.</p>
                <h2>If there is a criminal case</h2>
                <p>After a report the criminal judge, too, can send him away or forbid him to come near, and
                order an electronic tag. The judge decides: it does not happen by itself.</p>
                <h2>If you are the one who leaves</h2>
                <p>Leaving to be safe is not “desertion”: violence is a just cause (art. 146 of the civil
                code). If you have children, hear a lawyer soon: she tells you what to ask of the judge.</p>
                <p>The desk can look for a place in a shelter, with your children as well. There is not always
                one at once. Ask what can be done for tonight.</p>
            """),
            questions(
                "In court, about the children",
                (
                    "Must I meet him to come to terms?",
                    """<p>Tell the judge at once that there has been violence. Then no mediation with him can
                    begin (art. 473-bis.43 c.p.c.).</p>""",
                ),
                (
                    "Do children who saw it count?",
                    """<p>Yes. Whoever is under 18 and witnesses the abuse is an injured party, too (art. 572
                    c.p.).</p>""",
                ),
                (
                    "Will they be taken from me?",
                    """<p>Nobody can tell beforehand how a judge will decide. Asking for help is a way to
                    protect them. Let a lawyer and the desk go with you.</p>""",
                ),
            ),
        ],
        {"plain_word": "Home"},
    ),
    "per-me/diritti/reddito": Words(
        "income",
        "Reddito di libertà",
        "Money to live on your own: up to 530 euro a month, for 12 months at most.",
        [
            NOT_READ,
            prose("""
                <h2>For whom</h2>
                <p>For women who have suffered violence and have little money, supported by a recognised
                anti-violence centre and by social services, with or without children. It serves for the home,
                for the children, to start again.</p>
                <p>You must be resident in Italy. If you are not a citizen of the European Union you need a
                residence permit.</p>
            """),
            steps(
                "How to ask",
                (
                    "Talk to the centre",
                    "<p>It explains which statements are needed, and who writes them.</p>",
                ),
                (
                    "Go to your Comune",
                    """<p>The request goes through it, on the form SR208 of INPS. If you have moved, ask the
                    centre in which Comune.</p>""",
                ),
                ("INPS answers", "<p>Funds are limited: ask the Comune whether there are any left.</p>"),
            ),
            callout(
                "note",
                "The account",
                """<p>If the money arrives on an account or a card, use one that is <b>yours alone</b> and
                that he cannot see. Ask that the bank’s letters do not come home.</p>""",
            ),
        ],
        {"plain_word": "Support"},
    ),
    "per-me/diritti/lavoro": Words(
        "work",
        "Leave from work",
        "You can stay away from work for up to three months within three years; employees are paid.",
        [
            NOT_READ,
            prose("""
                <h2>How it works</h2>
                <ul><li>At most three months (90 working days) in three years; by days or hours.</li>
                <li>You must be on a path of protection, certified by social services, an anti-violence centre
                or a shelter.</li>
                <li>Tell your employer at least seven days before, unless that is impossible.</li>
                <li>You can ask to work part time, if there is such a place, and later go back.</li></ul>
                <h2>How much you get</h2>
                <ul><li><b>Employee</b>, public or private: your last pay, in its fixed parts.</li>
                <li><b>Domestic worker, carer, baby-sitter</b>: you are entitled, too.</li>
                <li><b>Self-employed</b>: a lower allowance. Ask INPS or a <i>patronato</i>.</li>
                <li><b>Collaborator</b>: you can suspend your contract for the same time.</li></ul>
            """),
            questions(
                "Questions",
                (
                    "Must I tell everything at work?",
                    """<p>The law asks for the certificate of your path, not for your story. Ask that only
                    those see it who must deal with it.</p>""",
                ),
                (
                    "Can it be seen on the payslip?",
                    """<p>A line may speak of the leave. If somebody checks your payslip, ask the staff office
                    and the desk first.</p>""",
                ),
            ),
        ],
        {"plain_word": "Work"},
    ),
    "per-me/diritti/documenti": Words(
        "papers",
        "The residence permit",
        "You can ask for help without papers, too. In some cases there is a permit for you.",
        [
            NOT_READ,
            prose("""
                <h2>First of all</h2>
                <p>To talk to a desk or to the national helpline you need no permit. If you have none and want
                to go to the police, talk to a desk or a lawyer first. They explain what can happen.</p>
                <h2>If you live with violence at home</h2>
                <p>There is a permit called <i>casi speciali</i>. The chief of police gives it after a
                magistrate’s opinion. It lasts a year and can be renewed. With it you can work, study and use
                services.</p>
                <p>The violence must result from an inquiry, a trial, an anti-violence centre or social
                services, and there must be a real danger for you. It is not certain to come: it is better to
                ask with a lawyer.</p>
                <h2>If your permit depends on your marriage</h2>
                <p>He may say that you lose it if you leave him. After a legal separation you can ask for
                another permit, for work or study, if you meet the conditions. Ask before.</p>
                <h2>Care</h2>
                <p>Hospitals and health centres treat you without a permit, too, if it is urgent or essential.
                Those who treat you may not report you for having none. The medical report of a crime is
                another thing, and is the same for every woman.</p>
            """),
            callout(
                "note",
                "If he keeps your papers",
                """<p>Hiding your passport or permit is a way to control you. Tell the desk. If you can, leave
                a photograph of your papers with somebody you trust.</p>""",
            ),
        ],
        {"plain_word": "Papers"},
    ),
}
