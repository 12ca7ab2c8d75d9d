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
            contact("Talk to someone", "It is free. You may just ask a question."),
        ],
    ),
    "per-me/diritti": Words(
        "rights",
        "Your rights in Italy",
        "Knowing them does not oblige you to use them. A help desk listens even if you report nothing.",
        fields={"plain_word": "Rights"},
        body=[
            prose("""
                <ul><li><b>Report or not: you decide.</b> For sexual violence you have 12 months (art.
                609-septies of the criminal code). For stalking, or intimate pictures shared without your
                consent, 6 months (art. 612-bis, 612-ter). Domestic abuse (art. 572) is prosecuted even
                without your complaint, and goes on even if you change your mind. In some cases other crimes
                are too: ask, even if the time limit has passed.</li>
                <li><b>A lawyer paid by the State</b>, whatever your income, for domestic abuse, sexual
                violence and stalking (art. 76, par. 4-ter, d.P.R. 115/2002).</li>
                <li><b>A formal warning by the chief of police</b> (<i>ammonimento</i>): he is told to stop.
                It is not a trial (art. 8, decree-law 11/2009; art. 3, decree-law 93/2013).</li>
                <li><b>A protection order</b>: a judge can order him to leave the home and stay away from you,
                for up to a year (art. 473-bis.69 of the code of civil procedure).</li>
                <li><b>Leave from work</b>: up to three months in three years. Paid for employees and for
                domestic workers; for the self-employed, less (art. 24, d.lgs. 80/2015).</li>
                <li><b>Reddito di libertà</b>: up to 530 euro a month for up to 12 months. You need to live in
                Italy and, if you are not an EU citizen, a residence permit. An anti-violence centre tells you
                how to apply, through the Comune (art. 105-bis, decree-law 34/2020).</li>
                <li><b>A residence permit</b> in some cases of domestic violence, for a year, renewable (art.
                18-bis, d.lgs. 286/1998). Ask a help desk or a lawyer before you go to the police.</li>
                <li><b>Urgent and essential medical care</b>, with or without papers. Those who treat you may
                not report you because you have none (art. 35, d.lgs. 286/1998).</li></ul>
                <p>[To be read by a lawyer.] This is general information, and the law may have changed: ask
                a help desk or a lawyer about your own case.</p>
            """),
            contact("Ask about your case", emergency=False),
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
