"""Rights of those who are forced, harassed at work, left without a mother, or owed something by the State."""

from amaranta.demo.text.markup import Words, callout, prose, questions, steps

MORE_RIGHTS = {
    "per-me/diritti/scelte": Words(
        "choices",
        "Forced marriage, mutilation, exploitation",
        "Nobody can force you to marry, to be cut, to sell sex. Not even your family.",
        [
            prose("""
                <h2>If they want you to marry</h2>
                <p>Forcing someone to marry is a crime. So is pressing you because you depend on them. It
                counts
                even if the wedding is abroad. No complaint of yours is needed (art. 558-bis c.p.).</p>
                <p>If they want to take you to another country, tell someone <b>before</b>: a teacher, a
                doctor,
                a desk. Leave a copy of your passport with someone you trust. In danger, also at an airport,
                speak to an officer or call <a href="tel:{{emergenza}}">{{emergenza}}</a>.</p>
                <h2>If they want to cut you, or it has happened</h2>
                <p>Genital mutilation is a crime, even if it is done abroad (art. 583-bis c.p.). If it has
                happened, you are not to blame. A family health centre (<i>consultorio</i>) will see you with
                respect, even without papers. You can ask for an interpreter.</p>
                <p>If you fear for a girl: <a href="tel:114">114</a>, 24 hours a day.</p>
                <h2>If they exploit you</h2>
                <p>Do they force you to sell sex, to beg, to work without pay? The number against
                trafficking is
                <a href="tel:800290290">800 290 290</a>. It is free, 24 hours a day, in many languages. You do
                not have to give your name.</p>
            """),
            callout(
                "note",
                "If you are under 18",
                """<p>The law protects you more. Call <a href="tel:19696">19696</a>: you can just
                ask.</p>""",
            ),
        ],
        {"plain_word": ""},
    ),
    "per-me/diritti/ufficio": Words(
        "office",
        "Harassment at work",
        "Words, hands, messages you do not want: the law calls it harassment, and bosses must stop it.",
        [
            prose("""
                <h2>What it is</h2>
                <p>Gestures, words or messages of a sexual kind that you do not want and that offend you. They
                can come from a boss, a colleague, a customer, the person you care for.</p>
                <p>The law treats them as discrimination. What the company decides against you because you
                said
                no is not valid. Your employer must prevent it and stop it.</p>
                <p>If someone touches or forces you it may be sexual violence: read
                <a href="page:per-me/diritti/termini">the time limits</a> and
                <a href="page:per-me/situazioni/prime-ore">the first hours</a>.</p>
            """),
            steps(
                "What you can do",
                (
                    "Write it down",
                    "<p>Dates, words, who was there. Keep the messages. Not on the work computer.</p>",
                ),
                (
                    "Talk to someone outside",
                    """<p>The <i>consigliera di parità</i> helps people harassed at work, for free. There is
                    one
                    in every province. A union or a desk will listen too.</p>""",
                ),
                (
                    "Tell whoever is in charge",
                    "<p>Better in writing, with help. If he is the one in charge, go outside.</p>",
                ),
                ("Before you resign", "<p>Ask for advice: you may lose rights that are yours.</p>"),
            ),
            questions(
                "Questions",
                (
                    "Can they dismiss me for speaking?",
                    """<p>No: whoever reports harassment may not be punished for it. Ask the <i>consigliera di
                    parità</i> or a lawyer at once.</p>""",
                ),
                (
                    "I work in someone’s home, without a contract",
                    "<p>It applies to you too. You can ask for help even without a residence permit.</p>",
                ),
            ),
        ],
        {"plain_word": ""},
    ),
    "per-me/diritti/crescere": Words(
        "growing-up",
        "For those who lost their mother",
        "If a woman was killed, her children have rights. For them, and for those who raise them.",
        [
            prose("""
                <p>Take your time. A lawyer can ask for many of these things in your place.</p>
                <h2>For which children</h2>
                <p>For those under 18, and for older ones who cannot yet support themselves. It applies if she
                was killed by her husband, her ex, her partner. Since the end of 2025 some of it also
                applies if
                the two did not live together.</p>
                <h2>What they are entitled to</h2>
                <ul><li><b>A lawyer paid by the State</b>, whatever the income, for the trial and the cases
                that
                come from it.</li>
                <li><b>His property can be frozen</b> to pay for the harm. The judge can give part of the
                money
                at once.</li>
                <li><b>He loses</b> the inheritance and the mother’s pension. The pension goes to the
                children.</li>
                <li><b>Care and a psychologist, free</b>, for as long as needed.</li>
                <li><b>Family</b>: the court looks, if it can, for a home with people the children love, and
                keeps brothers and sisters together.</li>
                <li><b>The surname</b> can be changed, if it was his.</li>
                <li><b>Money</b>: you ask the <i>Prefettura</i>. There is also a compensation:
                <a href="page:per-me/diritti/indennizzo">how it works</a>.</li></ul>
            """),
            callout(
                "calm",
                "For those who raise them",
                """<p>Grandmothers, uncles, foster families: you too have lost someone. Social services and a
                desk can help you, and tell you who supports foster families.</p>""",
            ),
        ],
        {"plain_word": ""},
    ),
    "per-me/diritti/indennizzo": Words(
        "compensation",
        "Compensation from the State",
        "If the person who hurt you does not pay, in some cases the State can pay something.",
        [
            prose("""
                <h2>For whom</h2>
                <p>For victims of a deliberate and violent crime. For example sexual violence, very serious
                injuries, a disfigured face. Also for the children of a woman who was killed.</p>
                <h2>How much</h2>
                <p>For sexual violence it is 25,000 euro, except in cases the judge finds less serious. For
                the
                children of a woman killed by her husband, partner or ex it is 60,000 euro. Costs of care are
                added, up to a limit. For other crimes only care is paid.</p>
                <h2>The conditions</h2>
                <p>Usually you must first try to make him pay. Not if he is unknown, or has a lawyer paid by
                the
                State. There are other conditions: check them with a lawyer.</p>
            """),
            steps(
                "How to ask",
                (
                    "At the Prefettura",
                    "<p>Where you live, or where the trial was. The lawyer prepares the papers.</p>",
                ),
                (
                    "Within 120 days",
                    "<p>From when the judgment is final, or from the last attempt to make him pay.</p>",
                ),
                (
                    "If you need it sooner",
                    """<p>If it was your husband, partner or ex and you are in need, you can ask for part of
                    it
                    in advance.</p>""",
                ),
            ),
        ],
        {"plain_word": ""},
    ),
}
