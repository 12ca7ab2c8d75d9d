"""Privacy and accessibility."""

from amaranta.demo.text.markup import Words, callout, contact, prose, questions, table

INSTITUTION = {
    "riservatezza": Words(
        "privacy",
        "Privacy",
        "In short: this site does not know who you are. If you write to a desk, only the desk can read it.",
        [
            callout(
                "calm",
                "In a few words",
                """<ul><li>No cookies, no counting of visits, no other site involved.</li>
                <li>We record no addresses, devices, searches or pages visited.</li>
                <li>Requests are locked before they are stored: only the desk can open them.</li>
                <li>We do not ask for your name.</li></ul>""",
            ),
            prose("""
                <h2>What we cannot avoid</h2>
                <p>Your browser remembers the address of the pages you open, and whoever provides the
                connection can see the name of the site. If somebody checks your phone, use another
                device.</p>
                <h2>The full notice</h2>
                <p>Article 13 of Regulation (EU) 2016/679.</p>
            """),
            questions(
                "",
                (
                    "Who is the controller",
                    "<p>{{titolare}}</p>",
                ),
                ("The data protection officer", "<p>{{dpo}}</p>"),
                (
                    "Which data, and why",
                    """<p>Only what you choose to write: a name, invented if you like, how to reach you, the
                    text. It may include data on health, sex life or crimes. It is used to answer and help
                    you, and for nothing else. Beside the envelope the server notes the desk, the hour of
                    arrival without the minutes, and whether it was delivered.</p>""",
                ),
                ("On which basis", "<p>{{base-giuridica}}</p>"),
                ("Do I have to give them?", "<p>No. You can write without a name, or call.</p>"),
                (
                    "Who sees them",
                    """<p>The people at the desk you chose. Whoever runs the server keeps only a sealed
                    envelope. {{fornitori}} People who work for a public body may have a duty to report some
                    crimes.</p>""",
                ),
                (
                    "Where and for how long",
                    """<p>The sealed envelope and those few notes stay on the server for up to 30 days after
                    delivery. Then they are deleted. The answer does not pass through this site: it comes in
                    the way you chose, or you call. {{luogo-dei-dati}}</p>""",
                ),
                (
                    "Your rights",
                    """<p>Access, correction, deletion, restriction, objection. If you wrote without a name we
                    can find your request only by the reference you received. You may complain to the
                    <a href="https://www.garanteprivacy.it/">Italian data protection authority</a>
                    (Garante).</p>""",
                ),
                ("Automated decisions", "<p>None. A person always reads and answers.</p>"),
            ),
        ],
        {"plain_word": "Privacy"},
    ),
    "accessibilita": Words(
        "accessibility",
        "Accessibility statement",
        "This site is for everyone: with a keyboard, by voice, on an old phone.",
        [
            prose("""
                <p>{{ente}} is committed to making this site
                accessible, under the Italian law of 9 January 2004, no. 4.</p>
                <h2>Conformance</h2>
                <p>The site is designed to meet EN 301549 and WCAG 2.1 AA; it aims for WCAG 2.2 AA.
                {{conformita}}</p>
                <p>{{dichiarazione}}</p>
            """),
            table(
                "What we have done",
                ("For whom", "What"),
                ("Uses the keyboard", "Every control can be reached; none is hidden by the exit button"),
                ("Uses a screen reader", "Headings, labels and states are written, not only drawn"),
                ("Zooms in", "Pages can be read at up to 400% without scrolling sideways"),
                (
                    "Has scripts off or a slow network",
                    "Everything essential works; each page is a few kilobytes",
                ),
                ("Finds reading tiring", "Short sentences, common words, light and dark"),
            ),
            prose("""
                <h2>Titles that do not say the subject</h2>
                <p>The title in the browser’s tab stays in the history, where somebody who checks the phone
                reads it. So help pages are called “Amaranta” and a place, a plain word or a number, such as
                “Page 12”. The real title is the first heading of the page. This choice for safety departs
                from criterion 2.4.2 of WCAG.</p>
            """),
            questions(
                "",
                (
                    "Report a problem",
                    """<p>{{segnalazioni}} Please do not write about
                    your own situation there: the desks are there for that.</p>""",
                ),
                (
                    "If we do not answer",
                    "<p>You can turn to the <i>Difensore civico per il digitale</i>, at <a href='https://www.agid.gov.it/'>AgID</a>.</p>",
                ),
                (
                    "If you cannot or do not want to call",
                    """<p>In an emergency the app “112 Where ARE U” calls silently, or by chat. An app stays
                    on the phone: do not download it if someone checks it. The helpline {{antiviolenza}} has
                    <a href="page:per-me/situazioni/chat">a chat</a> too.</p>""",
                ),
            ),
            contact("Do you need to talk?", write=True, emergency=False, desks=False),
        ],
        {"plain_word": "Accessibility"},
    ),
}
