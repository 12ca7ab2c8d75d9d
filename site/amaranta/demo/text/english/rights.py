"""Rights before the police and the judge; laws and dates of control are those of the Italian pages."""

from amaranta.demo.text.markup import Words, callout, contact, prose, steps, table

NOT_READ = callout(
    "warn",
    "This page needs checking",
    """<p>The text is an example and no lawyer has read it yet: its date is an example, too. Before
    you decide, ask a desk or a lawyer.</p>""",
)

RIGHTS = {
    "per-me/diritti": Words(
        "rights",
        "Your rights in Italy",
        "Knowing them does not oblige you to use them. Each page names the law, and when to check it again.",
        [
            prose("""
                <p>If you report, you have the right to be informed in a language that you understand (art.
                90-bis of the code of criminal procedure). You have the right to urgent and essential care,
                with or without papers (art. 35 of legislative decree 286/1998). You need not say everything
                at once.</p>
                <p>A desk listens to you even if you report nothing.</p>
            """),
            contact("Ask about your case", emergency=False),
        ],
        {"plain_word": "Rights"},
    ),
    "per-me/diritti/questura": Words(
        "questura",
        "A warning by the chief of police",
        "It is called ammonimento: the authorities tell him to stop. It is not a trial.",
        [
            NOT_READ,
            prose("""
                <h2>What it is</h2>
                <p>The chief of police (<i>questore</i>) hears the people who know something and, if the
                account seems well founded, warns him to change his behaviour. He can order measures about
                weapons.</p>
                <h2>When you can ask for it</h2>
                <ul><li>For stalking, and for intimate pictures or videos shared without your consent, if you
                have not filed a complaint yet.</li>
                <li>For domestic violence the chief of police can act on a report, without your complaint. It
                holds for blows, injuries, grave threats, coercion, stalking, intimate pictures, entering the
                home against your will, damage to things.</li></ul>
                <p>Somebody else can report, too. They must give their name to the police, but it does not
                appear in the file unless the report is clearly unfounded.</p>
                <h2>What changes</h2>
                <p>If he does it again after the warning, the State proceeds without your complaint, and the
                penalty is higher. It also holds if he does it to another woman.</p>
            """),
            callout(
                "note",
                "It does not suit everybody",
                """<p>In some cases a warning can make him angry. Weigh the risk with a desk before you ask
                for it.</p>""",
            ),
            steps(
                "How to ask",
                ("Go to Polizia or Carabinieri", "<p>Ask the desk who can go with you.</p>"),
                (
                    "Tell the facts",
                    "<p>With dates, if you remember, and what you have: messages, reports.</p>",
                ),
                (
                    "The chief of police decides",
                    "<p>If he is warned, a record is written. If you asked for it, one copy is for you.</p>",
                ),
            ),
        ],
        {"plain_word": "Police office"},
    ),
    "per-me/diritti/termini": Words(
        "time-limits",
        "Reporting, and filing a complaint",
        "You can tell the police what happened. You decide if and when, but there are time limits.",
        [
            NOT_READ,
            prose("""
                <h2>The difference</h2>
                <p>A <i>querela</i> is your request that whoever hurt you be punished: for some crimes there
                is no trial without it. A <i>denuncia</i> tells of a fact: for other crimes the State proceeds
                anyway.</p>
                <p>Abuse within the family (<i>maltrattamenti</i>) is prosecuted without your complaint. Once
                the police know of it, it goes on even if you change your mind. If you can, talk to a desk
                first.</p>
            """),
            table(
                "Until when a complaint can be filed",
                ("For what", "Within", "Law"),
                ("Sexual violence", "12 months", "art. 609-septies c.p."),
                ("Stalking", "6 months", "art. 612-bis c.p."),
                ("Intimate pictures shared without consent", "6 months", "art. 612-ter c.p."),
                ("General rule", "3 months from when you know", "art. 124 c.p."),
                ("Abuse within the family", "no complaint needed", "art. 572 c.p."),
            ),
            prose("""
                <p>In some cases the State proceeds without a complaint: for example if the fact is linked to
                abuse within the family, if he had been warned already, or, for sexual violence, if the
                person is under 18. If the time has passed, ask all the same.</p>
            """),
            callout(
                "warn",
                "Before you decide",
                """<p>A complaint of sexual violence cannot be withdrawn (art. 609-septies c.p.). One of
                stalking cannot if he threatened you repeatedly and gravely (art. 612-bis c.p.). Talk to a
                lawyer or a desk first: they help you to see what comes next.</p>""",
            ),
            steps(
                "How it is done",
                (
                    "Where",
                    "<p>At any office of Carabinieri or Polizia. Ask the desk who can go with you.</p>",
                ),
                (
                    "If he works there",
                    """<p>If the one you fear is in the police, you can go to another force or to the public
                    prosecutor (<i>Procura</i>): better with a lawyer.</p>""",
                ),
                (
                    "What to bring",
                    """<p>An identity paper, if you have one. Reports, messages, photographs, names of those
                    who saw. Without any of these you can tell all the same.</p>""",
                ),
                (
                    "Where letters arrive",
                    """<p>They ask for an address. Do not give one where he opens the mail. If you name a
                    lawyer, letters go to her (art. 90-bis c.p.p.).</p>""",
                ),
                (
                    "Ask for a copy",
                    """<p>Read again before you sign. Ask for a copy of what you signed, or at least the
                    receipt. Ask also to be told if he is released from prison (art. 90-ter c.p.p.).</p>""",
                ),
                (
                    "Afterwards",
                    """<p>For many of these crimes the prosecutor as a rule hears you within three days from
                    when the crime is registered (art. 362, par. 1-ter, c.p.p.).</p>""",
                ),
            ),
        ],
        {"plain_word": "Time limits"},
    ),
    "per-me/diritti/avvocata": Words(
        "lawyer",
        "A lawyer for free",
        "For many of these crimes the State pays the lawyer, whatever your income.",
        [
            NOT_READ,
            prose("""
                <h2>For whom</h2>
                <p>It is called <i>patrocinio a spese dello Stato</i> and usually depends on income. For abuse
                within the family, sexual violence, stalking and female genital mutilation it holds <b>above
                the income limits, too</b>: for these crimes the judge cannot refuse it because you earn too
                much.</p>
                <p>For separation, custody of children and other civil cases the common rules on income
                usually hold. Ask the lawyer first what there is to pay.</p>
            """),
            steps(
                "How to ask",
                (
                    "Choose a lawyer",
                    """<p>She must be on the list for legal aid, kept by the bar (<i>Ordine degli
                    avvocati</i>). Ask the desk whether it offers a first talk for free.</p>""",
                ),
                ("Sign the request", "<p>The lawyer helps you to write it and hands it in.</p>"),
                ("You pay nothing", "<p>If it is granted, the State pays her. She may ask nothing else.</p>"),
            ),
        ],
        {"plain_word": "Lawyer"},
    ),
    "per-me/diritti/novita": Words(
        "news",
        "What changed at the end of 2025",
        "Law 181/2025 has been in force since 17 December 2025. Some of its points.",
        [
            NOT_READ,
            prose("""
                <ul><li><b>Femicide</b> is a crime of its own: article 577-bis of the criminal code.</li>
                <li>In some cases one can speak of <b>abuse within the family</b> even when two people no
                longer live together.</li>
                <li>Abuse, stalking and sharing intimate pictures are punished more if they serve to control
                or dominate a woman, or come because she says no.</li>
                <li>The help to have a <b>lawyer paid by the State</b> is stronger.</li>
                <li>Whoever suffered the crimes has more right to be <b>informed</b> and <b>heard</b> during
                the trial.</li></ul>
                <p>A new law applies in different ways to facts before and after it. Ask a lawyer about your
                own case.</p>
            """),
        ],
        {"plain_word": "News"},
    ),
}
