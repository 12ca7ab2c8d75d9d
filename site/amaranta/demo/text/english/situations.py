"""What has just happened, and who does it."""

from amaranta.demo.text.markup import Words, callout, contact, prose, questions, steps

SITUATIONS = {
    "per-me/situazioni": Words(
        "situations",
        "For your situation",
        "Short pages, one for each situation. Read only the one you need.",
        fields={"plain_word": ""},
    ),
    "per-me/situazioni/prime-ore": Words(
        "first-hours",
        "After sexual violence: the first hours",
        "It is not your fault. Here is what can be done now. Every step is your decision.",
        [
            callout(
                "bad",
                "If you are not safe",
                """<p>Go where there are other people. Call
                <a href="tel:{{emergenza}}">{{emergenza}}</a>.</p>""",
            ),
            steps(
                "If you feel up to it",
                (
                    "Go to an emergency room (pronto soccorso)",
                    """<p>Day or night, even without papers. You only need to say: “Ho subito violenza” (I
                    have
                    suffered violence). There is a private path: ask not to wait with the others.</p>""",
                ),
                (
                    "Do not go alone, if you can",
                    """<p>Call a friend, or whoever you want. The helpline {{antiviolenza}} tells you where to
                    go, 24 hours a day.</p>""",
                ),
                (
                    "Before the examination",
                    """<p>If you can, do not wash. Put your clothes in a paper bag and bring them. If you have
                    already washed, go anyway: it still helps.</p>""",
                ),
                (
                    "During the examination you decide",
                    """<p>Each test is explained, and you are asked first. You can say no. You can stop at any
                    time. You can ask for a woman doctor.</p>""",
                ),
            ),
            prose("""
                <h2>Why it is better to go soon</h2>
                <ul><li>Treatment against some infections works if it begins within a few hours, or two or
                three days at most.</li>
                <li>The morning-after pill works best if you take it straight away.</li>
                <li>Evidence is easiest to find in the first 72 hours. Sometimes later too.</li></ul>
                <p>If more time has passed, go anyway. They will treat you and listen to you.</p>
                <h2>You do not have to report it</h2>
                <p>You do not have to decide today. You have twelve months to file a complaint (art.
                609-septies c.p.). Ask at the hospital if the evidence can be kept, and for how long.</p>
                <p>In some cases those who treat you must tell the authorities, even if you do not want it:
                for example if you are under 18. Ask before you tell your story.</p>
                <h2>A hospital just for this</h2>
                <p>In Milan, at the Mangiagalli clinic, there is the <i>Soccorso Violenza Sessuale e
                Domestica</i>. It is open 24 hours a day. It sees women, girls, children and men too.</p>
            """),
            questions(
                "Doubts",
                (
                    "“It was my husband”",
                    """<p>It counts just the same. Sex that you did not want is violence, also in a
                    couple.</p>""",
                ),
                (
                    "“I did not shout or run away”",
                    """<p>It happens to many. The body freezes with fear. It does not mean that you
                    agreed.</p>""",
                ),
                (
                    "“I do not remember well”",
                    """<p>That can happen. If you think there was a drug in your drink, say so at once: the
                    test must be done in the first hours.</p>""",
                ),
                (
                    "“It happened some time ago”",
                    "<p>You can talk about it today. A desk will listen, even years later.</p>",
                ),
            ),
            contact("Talk to someone", "Even just to know where to go."),
        ],
        {"plain_word": ""},
    ),
    "per-me/situazioni/visita": Words(
        "check-up",
        "If someone grabbed you by the throat",
        "See a doctor today, even if you feel well and have no marks.",
        [
            callout(
                "bad",
                "Call {{emergenza}} now",
                """<p>If it is hard to breathe, speak or swallow, if you passed out, if you see badly, if you
                feel dizzy, if you are pregnant: <a href="tel:{{emergenza}}">{{emergenza}}</a>.</p>""",
            ),
            prose("""
                <h2>Go even without marks</h2>
                <p>Often nothing can be seen on the neck. The harm may be inside. It may show after hours, or
                days. An emergency room can look for it.</p>
                <p><b>Use these words:</b> “Mi ha stretto il collo” (he grabbed me by the throat). If you only
                say that he attacked you, they may not look there.</p>
                <p>Ask them to write it in the report. If you fear that he may see it, ask where to keep
                it.</p>
                <h2>In the following days</h2>
                <p>Go back at once if you are hoarse, your neck hurts, you have a bad headache, you are
                confused, or an arm or a leg is weak. For the first night, if you can, do not stay alone.</p>
                <h2>It is a serious sign</h2>
                <p>Someone who grabs you by the throat once may do it again. It is not your fault, and you do
                not have to decide everything now. Talk to someone today: a desk, or
                <a href="tel:{{antiviolenza}}">{{antiviolenza}}</a>.</p>
                <p>See also <a href="page:per-me/domande">the questions about danger</a>.</p>
            """),
            contact("Talk to someone today"),
        ],
        {"plain_word": ""},
    ),
    "per-me/situazioni/chat": Words(
        "chat",
        "Writing by chat, without speaking",
        "The national helpline {{antiviolenza}} has a chat too: free, 24 hours a day, no name needed.",
        [
            callout(
                "warn",
                "Before you open it",
                """<p>The chat is another site, and its address tells what it is. It stays in the history. We
                cannot prevent that. Use a phone that nobody checks, or a private window.</p>""",
            ),
            prose("""
                <p><a href="https://www.1522.eu/">the helpline’s chat</a></p>
                <h2>How it works</h2>
                <p>A trained person answers. A few words are enough. You can close it when you like. There are
                several languages.</p>
                <h2>Afterwards</h2>
                <p>Close the window. Remove only that entry from the history: see
                <a href="page:tracce">leaving fewer traces</a>.</p>
                <h2>If you are deaf, or cannot speak</h2>
                <p>With the chat you do not need to call. In danger there is the app “112 Where ARE U”: it
                calls silently, or by chat. An app stays on the phone and can be seen.</p>
                <p>If it is not urgent you can write to the police with the app YouPol. It is on
                <a href="https://www.poliziadistato.it/">the site of the Polizia di Stato</a>.</p>
                <h2>Or write to a desk</h2>
                <p>The message leaves from this site, locked. It is not a chat: the answer comes when the desk
                is open. Here is <a href="page:per-me/come-funziona">what happens</a>.</p>
            """),
            contact("You choose how", desks=False),
        ],
        {"plain_word": ""},
    ),
    "per-me/situazioni/in-famiglia": Words(
        "in-the-family",
        "If it is your child or your parent",
        "You can be hurt by someone you raised, or who raised you. Asking for help is no betrayal.",
        [
            callout(
                "bad",
                "If it is happening now",
                """<p>Go to another room or to a neighbour. Call
                <a href="tel:{{emergenza}}">{{emergenza}}</a>. You can say that it is your son: they send help
                for both of you.</p>""",
            ),
            prose("""
                <h2>If it is your son or daughter</h2>
                <p>He insults you. He pushes you. He breaks things. He takes your money. It does not mean that
                you raised him badly. It means that you both need help.</p>
                <ul><li>Under 18: talk to the family health centre (<i>consultorio</i>), the paediatrician,
                social services.</li>
                <li>If he uses drugs or is ill: your doctor tells you which service can help. It will listen
                to
                you even if he does not want to come.</li>
                <li>If you fear for younger children: 114 answers 24 hours a day.</li></ul>
                <p>You do not have to choose between loving him and protecting yourself.</p>
                <h2>A judge can order him out of the home</h2>
                <p>A protection order also works against an adult child, a brother, a parent. It lasts for a
                time. You can ask for it without a lawyer: read
                <a href="page:per-me/diritti/casa">home and children</a>.</p>
                <h2>If it is your father, mother or brother</h2>
                <p>He decides who you may see. He locks you in. He hits you. He wants you to marry someone. It
                is violence, even if he says it is for your good.</p>
                <p>If you are under 18 call <a href="tel:19696">19696</a> or <a href="tel:114">114</a>. They
                are free, 24 hours a day.</p>
                <h2>If you depend on the person who cares for you</h2>
                <p>Taking your pension, your medicines or your phone is violence, even from a child who helps
                you every day. Tell your doctor, alone.</p>
            """),
            contact("Talk to someone", "You can ask for advice without naming anyone."),
        ],
        {"plain_word": ""},
    ),
    "per-me/situazioni/coppia": Words(
        "couple",
        "If the person hurting you is a woman",
        "It happens between women too. What you are going through counts just the same.",
        [
            prose("""
                <p>It may be your partner, an ex, a sister, a friend, a colleague. She insults you, controls
                you, hits you, forces you. It is violence, even if you are equally strong.</p>
                <h2>What makes it harder</h2>
                <ul><li>She threatens to tell everyone that you love a woman.</li>
                <li>She says that nobody will believe you.</li>
                <li>You have the same friends, and they take her side.</li>
                <li>By law the children are hers alone, or yours alone.</li></ul>
                <h2>The law applies to her too</h2>
                <p>Complaints, warnings and protection orders do not ask whether it was a man or a woman. Read
                <a href="page:per-me/diritti">your rights</a>.</p>
                <h2>At the desk</h2>
                <p>You can say “my girlfriend”, or not say it. Nobody asks you to explain yourself. If she
                could come to the same desk, say so at once: you will find another place together.</p>
            """),
            contact("Talk to someone"),
        ],
        {"plain_word": ""},
    ),
    "per-me/situazioni/per-tutti": Words(
        "for-everyone",
        "If you are a man, or another person",
        "These pages often speak to a woman. If someone hurts you, it counts for you too.",
        [
            prose("""
                <p>It can happen to a man, to a trans person, to someone who feels neither man nor woman. It
                can be a wife, a boyfriend, a father, a child. Feeling ashamed is normal. It is not your
                fault.</p>
                <h2>Who can help you</h2>
                <ul><li>In danger: <a href="tel:{{emergenza}}">{{emergenza}}</a>, for everyone.</li>
                <li>In an emergency room they treat you and listen to you. In Milan the <i>Soccorso
                Violenza</i> of the Mangiagalli clinic sees men too.</li>
                <li>A desk of first listening tells you where to go. Anti-violence centres work mostly with
                women: if they cannot follow you, they tell you who can.</li>
                <li><a href="tel:{{antiviolenza}}">{{antiviolenza}}</a> is for violence and stalking. You can
                ask who is near you.</li>
                <li>Your doctor, and the social services of your Comune.</li></ul>
                <h2>The law applies to you too</h2>
                <p>You can report. You can ask for a <a href="page:per-me/diritti/questura">warning</a> or a
                <a href="page:per-me/diritti/casa">protection order</a>. The time limits are the same for
                everyone: read <a href="page:per-me/diritti/termini">reporting and complaints</a>.</p>
                <h2>Read also</h2>
                <p>The <a href="page:per-me/domande">questions about danger</a> and
                <a href="page:per-me/piano">the plan</a> are for anyone. Put the person in your case in the
                place of “he”.</p>
            """),
            contact("Ask where to go"),
        ],
        {"plain_word": ""},
    ),
}
