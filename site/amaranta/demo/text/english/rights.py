"""Rights before the police and the judge; laws and dates of control are those of the Italian pages."""

from amaranta.demo.text.markup import Words, callout, contact, prose, steps, table

RIGHTS = {
    "per-me/diritti": Words(
        "rights",
        "Your rights in Italy",
        "Knowing them does not mean you must use them. Each page cites the law and says when we checked it.",
        [
            prose("""
                <p>If you report, you have the right to be informed in a language you understand (art. 90-bis
                of the code of criminal procedure). You have the right to urgent and essential care, with or
                without papers (art. 35 of legislative decree 286/1998). You do not have to say everything at
                once.</p>
                <p>A desk will listen to you even if you do not report anything.</p>
            """),
            contact("Ask about your case", emergency=False),
        ],
        {"plain_word": ""},
    ),
    "per-me/diritti/questura": Words(
        "questura",
        "A warning by the chief of police",
        "It is called ammonimento: the authorities tell him to stop. It is not a trial.",
        [
            prose("""
                <h2>What it is</h2>
                <p>The chief of police (<i>questore</i>) hears people who know something about the facts. If
                the account seems well founded, the man is warned to change his behaviour. Measures about
                weapons are also possible.</p>
                <h2>When you can ask for it</h2>
                <ul><li>For stalking, and for intimate pictures or videos shared without your consent, if you
                have not filed a complaint yet.</li>
                <li>For domestic violence the chief of police can act on a report, without your complaint. It
                covers assault, injuries, serious threats, coercion, stalking, intimate pictures, entering
                your home against your will, and damage to property.</li></ul>
                <p>Someone else can report it too. They must give their name to the police, but it does not
                appear in the file unless the report is clearly unfounded.</p>
                <h2>What changes</h2>
                <p>If he does it again after the warning, he is prosecuted without your complaint, and the
                penalty is higher. This also applies if he does it to another woman.</p>
            """),
            callout(
                "note",
                "It is not right for everyone",
                """<p>In some cases a warning can make him angry. Talk through the risk with a desk before you
                ask for it.</p>""",
            ),
            steps(
                "How to ask",
                ("Go to the Polizia or the Carabinieri", "<p>Ask the desk who can go with you.</p>"),
                (
                    "Tell them what happened",
                    "<p>With dates, if you remember, and whatever you have: messages, medical reports.</p>",
                ),
                (
                    "The chief of police decides",
                    "<p>If he is warned, there is a written record. If you asked for it, you get a copy.</p>",
                ),
            ),
        ],
        {"plain_word": ""},
    ),
    "per-me/diritti/termini": Words(
        "time-limits",
        "Reporting, and filing a complaint",
        "You can tell the police what happened. You decide if and when, but there are time limits.",
        [
            prose("""
                <h2>The difference</h2>
                <p>A <i>querela</i> is your request that the person who hurt you be punished: for some crimes
                there is no trial without it. A <i>denuncia</i> reports what happened: for other crimes the
                State prosecutes anyway.</p>
                <p>Abuse within the family (<i>maltrattamenti</i>) is prosecuted without your complaint. Once
                the police know of it, the case goes on even if you change your mind. If you can, talk to a
                desk first.</p>
            """),
            table(
                "How long you have to file a complaint",
                ("For", "Time limit", "Criminal code"),
                ("Sexual violence", "12 months", "art. 609-septies"),
                ("Stalking", "6 months", "art. 612-bis"),
                ("Intimate pictures shared without consent", "6 months", "art. 612-ter"),
                ("False pictures, videos or voices made by computer", "3 months", "art. 612-quater"),
                ("General rule", "3 months from when you learn of it", "art. 124"),
                ("Abuse within the family", "no complaint needed", "art. 572"),
            ),
            prose("""
                <p>In some cases there is a prosecution without a complaint. For example if the crime is
                linked to abuse within the family, or if he had already been warned. For sexual violence, also
                if the person is under 18. If the time limit has passed, ask anyway.</p>
            """),
            callout(
                "note",
                "If he threatens to share your pictures, or already has",
                """<p>You have done nothing wrong. Keep the messages as evidence. You can ask the
                <a href="https://www.garanteprivacy.it/">Italian data protection authority</a> to stop them,
                even before they are out: it decides within 48 hours (art. 144-bis, d.lgs. 196/2003).</p>""",
            ),
            callout(
                "warn",
                "Before you decide",
                """<p>A complaint of sexual violence cannot be withdrawn (art. 609-septies c.p.). A complaint
                of stalking cannot be withdrawn if he seriously threatened you more than once (art. 612-bis
                c.p.). Talk to a lawyer or a desk first: they help you see what comes next.</p>""",
            ),
            steps(
                "How it is done",
                (
                    "Where",
                    "<p>At any Carabinieri or Polizia station. Ask the desk who can go with you.</p>",
                ),
                (
                    "If he works there",
                    """<p>If the person you fear is in the police, you can go to another force or to the
                    public prosecutor (<i>Procura</i>). It is better to go with a lawyer.</p>""",
                ),
                (
                    "What to bring",
                    """<p>An identity document, if you have one. Medical reports, messages, photos, names of
                    people who saw. You can still report without any of these.</p>""",
                ),
                (
                    "Where letters are sent",
                    """<p>They will ask for an address. Do not give one where he opens the post. If you name a
                    lawyer, by law papers are sent to her (art. 33, implementing rules of the c.p.p.). Say it
                    aloud too: no letters to the house.</p>""",
                ),
                (
                    "Ask for a copy",
                    """<p>Read it through before you sign. Ask for a copy of what you signed, or at least a
                    receipt.</p>""",
                ),
                (
                    "If he leaves prison",
                    """<p>For many of these crimes they must always tell you, even if you did not ask, when he
                    is released or escapes (art. 90-ter, par. 1-bis, c.p.p.). Leave a safe contact.</p>""",
                ),
                (
                    "Afterwards",
                    """<p>For many of these crimes the prosecutor will normally hear you within three days of
                    the crime being registered (art. 362, par. 1-ter, c.p.p.).</p>""",
                ),
            ),
        ],
        {"plain_word": ""},
    ),
    "per-me/diritti/avvocata": Words(
        "lawyer",
        "A free lawyer",
        "For many crimes of violence the State pays the lawyer, whatever your income.",
        [
            prose("""
                <h2>For whom</h2>
                <p>It is called <i>gratuito patrocinio</i>, or <i>patrocinio a spese dello Stato</i>: legal
                aid.
                It usually depends on income. For abuse within the family, sexual violence, sexual acts with a
                minor, stalking and female genital mutilation it also applies <b>above the income
                limits</b>. For these crimes the judge cannot refuse it because you earn
                too much.</p>
                <p>For separation, custody of children and other civil cases the ordinary income rules usually
                apply. Ask the lawyer beforehand what there is to pay.</p>
            """),
            steps(
                "How to ask",
                (
                    "Choose a lawyer",
                    """<p>She must be on the list for legal aid, kept by the bar (<i>Ordine degli
                    avvocati</i>). Ask the desk whether it offers a free first consultation.</p>""",
                ),
                ("Sign the application", "<p>The lawyer helps you prepare it and submits it.</p>"),
                (
                    "You pay nothing",
                    "<p>If it is granted, the State pays her. She may not ask you for more.</p>",
                ),
            ),
        ],
        {"plain_word": ""},
    ),
    "per-me/diritti/novita": Words(
        "news",
        "What changed at the end of 2025",
        "Law 181/2025 has been in force since 17 December 2025. Here are some of its points.",
        [
            prose("""
                <h2>What you can ask for now</h2>
                <ul><li><b>To be heard by those who investigate.</b> You can ask that the public prosecutor
                hears
                you in person. Have your lawyer ask.</li>
                <li><b>To be told</b> when he leaves prison or a measure changes. Leave a safe contact.</li>
                <li><b>That an anti-violence centre stands by you</b> in the trial: the law gives it a
                place, if
                you agree. Ask the desk.</li>
                <li><b>To report abuse even if you no longer live together.</b> The law now says so, in more
                cases than before.</li></ul>
                <h2>What he risks</h2>
                <ul><li>Killing a woman out of hatred, to control her, or because she says no is called
                <b>femicide</b>. It is a crime of its own, punished with life imprisonment (art. 577-bis
                c.p.).</li>
                <li>Abuse, stalking and sharing intimate pictures are punished more severely if they are a way
                to control or dominate a woman, or happen because she said no.</li></ul>
                <p>For the children of a woman who was killed: <a href="page:per-me/diritti/crescere">what
                they
                are entitled to</a>.</p>
                <p>A new law applies differently to what happened before and after it. Ask a lawyer about your
                own case.</p>
            """),
        ],
        {"plain_word": ""},
    ),
}
