"""What a woman needs to go on: money, a place to live, other women."""

from amaranta.demo.text.markup import Words, callout, checklist, contact, prose, steps

SITUATIONS_OF_LIFE = {
    "per-me/situazioni/soldi": Words(
        "money",
        "If money is used to control you",
        "Controlling somebody’s money is violence, even if nobody raises their voice.",
        [
            checklist(
                "It can look like this",
                "You must ask for money for everything, and show receipts",
                "He takes your pay, your pension or the child allowance",
                "He does not want you to work, or makes you lose your job",
                "He has you sign papers you have not read",
                "He makes debts or takes loans in your name",
                "He does not pay maintenance for the children",
            ),
            steps(
                "Things to do calmly",
                (
                    "Find out what is in your name",
                    """<p>Accounts, loans, guarantees, contracts. A desk or a lawyer tells you how to ask
                    without letters to the house.</p>""",
                ),
                (
                    "Open an account of your own",
                    """<p>In another bank. Ask them not to post anything to the house, and do not put the app
                    on a phone he looks at.</p>""",
                ),
                ("Do not sign in a hurry", "<p>You can say: “I will have it read first”.</p>"),
                (
                    "Put your papers somewhere safe",
                    "<p>Payslips, contracts, bank statements: a copy with someone you trust.</p>",
                ),
                (
                    "Before you empty a joint account",
                    "<p>Ask a lawyer: she tells you how much you can take without risk.</p>",
                ),
            ),
            prose("""
                <h2>Help you can ask for</h2>
                <ul><li><a href="page:per-me/diritti/reddito">Reddito di libertà</a>: some money every
                month.</li>
                <li><a href="page:per-me/diritti/lavoro">Leave from work</a>, paid.</li>
                <li><a href="page:per-me/diritti/avvocata">A free lawyer</a>.</li>
                <li><a href="page:per-me/situazioni/abitare">A place to live</a>, and help with rent.</li>
                <li><a href="page:per-me/diritti/indennizzo">Compensation from the State</a>, after the
                trial.</li></ul>
                <h2>If he does not pay for the children</h2>
                <p>If a judge has set an amount and he does not pay, it may be a crime (art. 570-bis c.p.).
                Talk to a lawyer. For the child allowance (<i>assegno unico</i>) ask a <i>patronato</i> how to
                have it paid into your account.</p>
            """),
            contact("Talk to someone", "It is free. You can bring the papers and look at them together."),
        ],
        {"plain_word": ""},
    ),
    "per-me/situazioni/abitare": Words(
        "housing",
        "A place to live",
        "For tonight, for some months, to start again: these are the ways, and who helps you find them.",
        [
            callout(
                "bad",
                "Tonight",
                """<p>Call <a href="tel:{{antiviolenza}}">{{antiviolenza}}</a> or a desk that is open: they
                look
                for a place with you. In danger call <a href="tel:{{emergenza}}">{{emergenza}}</a>. You can
                also go to an emergency room: it is open, and you are not alone.</p>""",
            ),
            prose("""
                <h2>Staying in your home</h2>
                <p>A judge can order him to leave, even if the home is his. Read
                <a href="page:per-me/diritti/casa">home and children</a>.</p>
                <h2>A shelter</h2>
                <p>It is a protected place, with your children too. Its address is secret. You get there
                through a desk. There is not always room at once: ask what can be done meanwhile.</p>
                <h2>Rent</h2>
                <ul><li>See whose name is on the contract. Do not cancel it before you have asked.</li>
                <li>If you pay and he stays, ask a lawyer how to get out of it.</li>
                <li>Your Comune may help with rent: ask social services.</li></ul>
                <h2>Public housing</h2>
                <p>If the home was given to him and he is convicted of domestic violence, he can lose it. You
                can stay (art. 12 of law 4/2018). In Lombardy the Region pays for some homes for women who
                leave violence. You ask through an anti-violence centre.</p>
                <h2>Your new address</h2>
                <p>Before you register at a new address, talk to the desk. It may appear on papers that he can
                read.</p>
            """),
            contact("Let us look together"),
        ],
        {"plain_word": ""},
    ),
    "per-me/situazioni/incontri": Words(
        "meetings",
        "Talking to other women",
        "In a group nobody has to explain from the start. You listen, you speak if you like, you even laugh.",
        [
            prose("""
                <h2>What they are</h2>
                <p>Small groups of women who have lived with violence. A trained person is always there.
                What is
                said stays there. You do not have to give your surname. You can come just once.</p>
                <h2>How to join</h2>
                <p>Ask a desk. First you talk: it shows if this is the right moment and if it is safe for you.
                If another woman in the group knows him, you will find another group.</p>
                <p>Here is <a href="/rete/?servizio=gruppi">who in the network has groups</a>.</p>
                <h2>Where it comes from</h2>
                <p>There were groups like these in the Amaranta project between 2013 and 2015.</p>
            """),
            contact("Ask about a group", emergency=False),
        ],
        {"plain_word": ""},
    ),
}

WAYS = prose("""
    <p>We often write “he”, because it happens more often. It is the same if it is a woman, a child, a
    parent or
    another person.</p>
    <h2>It has just happened</h2>
    <ul><li><a href="page:per-me/situazioni/prime-ore">After sexual violence: the first hours</a></li>
    <li><a href="page:per-me/situazioni/visita">If someone grabbed you by the throat</a></li>
    <li><a href="page:per-me/domande">Am I in danger?</a></li>
    <li><a href="page:per-me/situazioni/chat">Writing by chat, without speaking</a></li></ul>
    <h2>Who is hurting you</h2>
    <ul><li><a href="page:per-me/situazioni/in-famiglia">Your child or your parent</a></li>
    <li><a href="page:per-me/situazioni/coppia">A woman</a></li>
    <li><a href="page:per-me/diritti/ufficio">Someone at work</a></li>
    <li><a href="page:per-me/diritti/scelte">Someone who wants you to marry, or exploits you</a></li>
    <li><a href="page:per-me/situazioni/per-tutti">If you are a man, or another person</a></li></ul>
    <h2>What you need</h2>
    <ul><li><a href="page:per-me/situazioni/soldi">Money</a></li>
    <li><a href="page:per-me/situazioni/abitare">A place to live</a></li>
    <li><a href="page:per-me/diritti/avvocata">A free lawyer</a></li>
    <li><a href="page:per-me/diritti/documenti">The residence permit</a></li>
    <li><a href="page:per-me/situazioni/incontri">Talking to other women</a></li>
    <li><a href="page:per-me/diritti/indennizzo">Compensation from the State</a></li>
    <li><a href="page:per-me/diritti/crescere">For the children of a woman who is no longer
    there</a></li></ul>
    <h2>Read calmly</h2>
""")
