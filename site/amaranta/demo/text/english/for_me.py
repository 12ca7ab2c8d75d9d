"""What a woman reads for herself."""

from amaranta.demo.text.markup import Words, callout, checklist, contact, prose, questions, steps

FOR_ME = {
    "per-me": Words(
        "for-me",
        "For me",
        "Take the time you need. You can leave this page at any moment with the exit button.",
        fields={"plain_word": "Information"},
        body=[],
    ),
    "per-me/capire": Words(
        "understand",
        "What violence is",
        "Violence is not only being hit. If what you live with frightens you, it has a name.",
        fields={"plain_word": "Understand"},
        body=[
            prose("""
                <p>Anyone can argue. In an argument two people can speak and say no. In violence one person
                commands and the other is afraid.</p>
                <p>It can be a husband, a boyfriend, an ex, a father, a brother, a son, a colleague, or a
                woman. It happens at any age, with or without papers.</p>
                <h2>The forms it takes</h2>
                <ul><li><b>In words and control</b>: he insults you, decides whom you see and what you wear,
                keeps you away from your family, says you are mad.</li>
                <li><b>On the body</b>: he pushes, hits, squeezes your neck, locks you in. It counts even when
                it leaves no mark.</li>
                <li><b>With money</b>: he takes your pay, refuses money for food, stops you from working.</li>
                <li><b>In sex</b>: he forces you or keeps on until you give in. In marriage too, sex without
                your consent is violence.</li>
                <li><b>By following you</b>: he waits for you, calls and writes all the time, often when a
                relationship ends.</li>
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
                "has squeezed your neck",
                "has a weapon",
                "is violent more often, or more heavily, than before",
                "follows you, or knows that you want to leave",
            ),
            questions(
                "Doubts that many have",
                (
                    "“But at times he is kind”",
                    """<p>It happens often: after violence come excuses and a quiet time, then the tension
                    rises again. The good moments are real. They do not cancel the others.</p>""",
                ),
                (
                    "“He has never hit me”",
                    "<p>Control, threats, humiliation and blackmail are violence without blows, too.</p>",
                ),
                (
                    "“I cannot leave now”",
                    """<p>To stay can be the more careful choice, for now. Only you know the risks. Asking for
                    help does not oblige you to leave your home or to report anything.</p>""",
                ),
                (
                    "“And if they take my children?”",
                    """<p>It is a fear that he can use against you. Asking for help is a way to protect them.
                    Read also <a href="page:per-me/diritti/casa">home and children</a>.</p>""",
                ),
                (
                    "“It is a woman who hurts me”",
                    """<p>It happens between women, too, in a couple or a family. If you are lesbian, bisexual
                    or trans, what you live with counts just the same.</p>""",
                ),
                (
                    "“I am under 18”",
                    """<p>Call <a href="tel:19696">19696</a>: free, at every hour, also by chat. In danger:
                    <a href="tel:{{emergenza}}">{{emergenza}}</a> or <a href="tel:114">114</a>. You can also
                    tell an adult whom you trust.</p>""",
                ),
                (
                    "“I depend on him, I have a disability”",
                    """<p>Taking your medicines, wheelchair, pension or phone is violence, even if he cares
                    for you every day. The page of each desk says how to get in.</p>""",
                ),
                (
                    "“I have no residence permit”",
                    """<p>You can talk to a desk all the same. Read
                    <a href="page:per-me/diritti/documenti">what you can ask for</a>.</p>""",
                ),
                (
                    "“He is a policeman, or knows everybody”",
                    """<p>You can talk without his name. If you want to report, you need not do it where
                    he works: <a href="page:per-me/diritti/termini">this is where</a>.</p>""",
                ),
            ),
            contact("Talk to someone", "It is free. You may just ask a question."),
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
                ("Choose a desk", "<p>It need not be the one in your town.</p>"),
                (
                    "Write what you want",
                    "<p>A few words are enough, in any language. Use any name you like.</p>",
                ),
                ("Say how it is safe to answer", "<p>Or choose to contact the desk yourself.</p>"),
                (
                    "Your text is locked before it leaves",
                    """<p>Only the desk you chose has the key. If scripts are off in your browser, our server
                    locks it and does not keep the text. We send no e-mail or text message to confirm.</p>""",
                ),
                (
                    "You get a reference",
                    "<p>If you call the desk, say it instead of your name. It opens nothing here.</p>",
                ),
                (
                    "The desk answers",
                    """<p>In its hours, in the way you chose. If you chose to contact the desk yourself, call
                    it when you can and say the reference.</p>""",
                ),
            ),
            callout(
                "warn",
                "This is not an emergency service",
                """<p>In danger call <a href="tel:{{emergenza}}">{{emergenza}}</a>. The helpline
                {{antiviolenza}} answers at every hour, in several languages.</p>""",
            ),
            questions(
                "Questions",
                ("What does it cost?", "<p>Nothing.</p>"),
                ("Must I go to the police?", "<p>No. You decide.</p>"),
                (
                    "Is it a secret?",
                    """<p>The people at the desk are bound to confidentiality. We cannot promise absolute
                    secrecy: public staff may have a duty to report some crimes. If you are unsure, write
                    without names and ask first.</p>""",
                ),
            ),
            contact("When you are ready"),
        ],
    ),
}
