"""What a woman reads for herself."""

from amaranta.demo.text.english.situations_life import WAYS
from amaranta.demo.text.markup import Words, callout, checklist, contact, prose, questions, steps

FOR_ME = {
    "per-me": Words(
        "for-me",
        "For me",
        "Take the time you need. You can leave this page at any moment with the “Leave” button.",
        fields={"plain_word": ""},
        body=[WAYS],
    ),
    "per-me/capire": Words(
        "understand",
        "What violence is",
        "Violence is not only being hit. If what you live with frightens you, it has a name.",
        fields={"plain_word": ""},
        body=[
            prose("""
                <p>Anyone can argue. In an argument two people can speak and say no. In violence one person
                gives the orders and the other is afraid.</p>
                <p>It can be a husband, a boyfriend, an ex, a father, a brother, a son, a colleague, or a
                woman. It happens at any age, with or without papers.</p>
                <h2>The forms it takes</h2>
                <ul><li><b>In words and control</b>: he insults you, decides who you see and what you wear,
                cuts you off from your family, says you are mad.</li>
                <li><b>On the body</b>: he pushes you, hits you, <a
                href="page:per-me/situazioni/visita">grabs you by the throat</a>, locks you in. It
                counts even when it leaves no mark.</li>
                <li><b>With money</b>: he takes your pay, refuses you money for food, stops you from
                working. Read <a href="page:per-me/situazioni/soldi">if money is used to control
                you</a>.</li>
                <li><b>Sexually</b>: he forces you, or keeps on until you give in. In marriage too, sex
                without your consent is violence. If it has just happened:
                <a href="page:per-me/situazioni/prime-ore">the first hours</a>.</li>
                <li><b>By following you</b>: he waits for you, calls and texts all the time, often after a
                break-up.</li>
                <li><b>With the phone</b>: he wants your passwords, reads your messages, threatens to share
                intimate pictures.</li></ul>
            """),
            callout(
                "calm",
                "It is not your fault",
                "<p>A person who uses violence <b>chooses</b> to. Nothing you said or did causes it.</p>",
            ),
            checklist(
                "Speak to someone today if he",
                "threatens to kill you or your children",
                "has grabbed you by the throat",
                "has a weapon",
                "is violent more often, or more badly, than before",
                "follows you, or knows that you want to leave",
            ),
            questions(
                "Doubts many women have",
                (
                    "“But sometimes he is kind”",
                    """<p>It often goes like this: after the violence come apologies and a quiet time, then
                    the tension builds up again. The good moments are real. They do not cancel out the
                    others.</p>""",
                ),
                (
                    "“He has never hit me”",
                    "<p>Control, threats, humiliation and blackmail are violence, even without blows.</p>",
                ),
                (
                    "“I can’t leave now”",
                    """<p>Staying may be the safer choice, for now. Only you know the risks. Asking for help
                    does not mean you have to leave home or report anything.</p>""",
                ),
                (
                    "“What if they take my children?”",
                    """<p>This is a fear he can use against you. Asking for help is a way to protect them. See
                    also <a href="page:per-me/diritti/casa">home and children</a>.</p>""",
                ),
                (
                    "“The person hurting me is a woman”",
                    """<p>It happens between women too, in a couple or a family. If you are lesbian, bisexual
                    or trans, what you are going through counts just the same. There is
                    <a href="page:per-me/situazioni/coppia">a page for you</a>.</p>""",
                ),
                (
                    "“It is my son”",
                    """<p>It happens to many mothers, and to some fathers. Protecting yourself does not mean
                    you stop loving him: read
                    <a href="page:per-me/situazioni/in-famiglia">what can be done</a>.</p>""",
                ),
                (
                    "“I am a man”",
                    """<p>It counts for you too: here is
                    <a href="page:per-me/situazioni/per-tutti">who can help</a>.</p>""",
                ),
                (
                    "“I am under 18”",
                    """<p>Call <a href="tel:19696">19696</a>: free, 24 hours a day, also by chat. In danger:
                    <a href="tel:{{emergenza}}">{{emergenza}}</a> or <a href="tel:114">114</a>. You can also
                    tell an adult you trust.</p>""",
                ),
                (
                    "“I depend on him, I have a disability”",
                    """<p>Taking away your medicines, wheelchair, pension or phone is violence, even if he
                    looks after you every day. Each desk’s page says how to get in.</p>""",
                ),
                (
                    "“I have no residence permit”",
                    """<p>You can still talk to a desk. Read
                    <a href="page:per-me/diritti/documenti">what you can ask for</a>.</p>""",
                ),
                (
                    "“He is a police officer, or knows everyone”",
                    """<p>You can talk without naming him. If you want to report him, you do not have to do it
                    where he works: <a href="page:per-me/diritti/termini">where to report</a>.</p>""",
                ),
            ),
            contact("Talk to someone", "It is free. You can just ask a question."),
        ],
    ),
    "per-me/come-funziona": Words(
        "how-it-works",
        "What happens when you write to us",
        "You decide what to say, whether to give a name, and how you want to be reached.",
        fields={"plain_word": "How it works"},
        body=[
            steps(
                "Step by step",
                ("Choose a desk", "<p>It does not have to be the one in your town.</p>"),
                (
                    "Write what you want",
                    "<p>A few words are enough, in any language. Use any name you like.</p>",
                ),
                ("Say how we can answer you safely", "<p>Or choose to contact the desk yourself.</p>"),
                (
                    "Your text is locked before it leaves",
                    """<p>Only the desk you chose has the key. If scripts are off in your browser, our server
                    locks it and does not keep the text. We send no e-mail or text message to confirm.</p>""",
                ),
                (
                    "You get a reference",
                    """<p>If you call the desk, give it instead of your name. It opens nothing on this site.
                    Memorise it: on paper it can be found.</p>""",
                ),
                (
                    "The desk answers",
                    """<p>In its opening hours, in the way you chose. If you chose to contact the desk
                    yourself, call when you can and give the reference.</p>""",
                ),
            ),
            callout(
                "warn",
                "This is not an emergency service",
                """<p>Nobody reads requests at night or when the desk is closed. If you are in danger, call
                <a href="tel:{{emergenza}}">{{emergenza}}</a>. The helpline {{antiviolenza}} answers 24 hours
                a day, in several languages.</p>""",
            ),
            questions(
                "Questions",
                ("What does it cost?", "<p>Nothing.</p>"),
                (
                    "Do I have to go to the police?",
                    "<p>No. You can talk to a desk without reporting anything. You decide.</p>",
                ),
                ("Who reads it?", "<p>{{chi-legge}}</p>"),
                ("When will they answer?", "<p>{{quando-rispondono}} Always at the times you chose.</p>"),
                (
                    "Will it stay secret?",
                    """<p>The people at the desk are bound by confidentiality. We cannot promise absolute
                    secrecy: people who work for a public body may have a duty to report some crimes. If you
                    are unsure, write without names and ask first.</p>""",
                ),
            ),
            contact("When you are ready"),
        ],
    ),
}
