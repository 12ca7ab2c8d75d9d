"""What friends read."""

from amaranta.demo.text.markup import Words, callout, contact, prose, steps, table

FOR_OTHERS = {
    "per-altri": Words(
        "for-others",
        "I am worried about someone",
        "Friend, sister, neighbour, colleague: you can do a lot, even without the right words.",
        [
            callout(
                "bad",
                "If you hear or see it happening now",
                """<p>Call <a href="tel:{{emergenza}}">{{emergenza}}</a>. Do not step in: you are both at
                risk. You do not need to be certain: say what you hear.</p>""",
            ),
            prose("""
                <h2>What you may notice</h2>
                <ul><li>She no longer goes out, seldom answers, always asks for permission.</li>
                <li>She is afraid of being late, or of not answering a message.</li>
                <li>She covers herself, has bruises, talks of falls that do not sound true.</li>
                <li>She has no money of her own. Someone always speaks for her.</li></ul>
                <p>We say “she” and “he”. It is the same if a man is hurt, or if a woman, a child or a parent
                does the hurting.</p>
                <p>No sign is proof. Each is a good reason to stay close to her.</p>
            """),
            steps(
                "How to talk about it",
                (
                    "Choose a moment when she is alone",
                    "<p>In person is best. He may read a message: ask her first how it is safe to write.</p>",
                ),
                ("Say what you have seen", "<p>“You seem frightened. I am here if you want to talk.”</p>"),
                ("Believe her", "<p>Do not ask for proof, and do not ask why she stays.</p>"),
                (
                    "Let her decide",
                    "<p>She knows the risks better than you. If she is not ready, stay close.</p>",
                ),
                (
                    "Offer practical help",
                    "<p>A place for a bag, a bed for a night, an hour with the children, a phone.</p>",
                ),
            ),
            table(
                "Words",
                ("Helps", "Hurts"),
                ("“I believe you.”", "“Are you sure?”"),
                ("“It is not your fault.”", "“What did you say to him?”"),
                ("“What do you need?”", "“I would have left him long ago.”"),
                ("“We can talk whenever you like.”", "“If you don’t leave him, I won’t help you.”"),
            ),
            prose("""
                <h2>What to avoid</h2>
                <ul><li>Talking to him to “make him see reason”: he may take it out on her.</li>
                <li>Trying to make peace between them: fear leaves nothing to mediate.</li>
                <li>Reporting behind her back, unless there is immediate danger.</li>
                <li>Telling others what she has told you.</li></ul>
            """),
            contact("Ask for advice", "You can ask without naming her."),
        ],
        {"plain_word": ""},
    ),
}
