"""Two private pages: questions about danger, and a plan."""

from amaranta.demo.text.markup import Words, callout, checklist, contact, prose

SAFETY = {
    "per-me/domande": Words(
        "questions",
        "Am I in danger?",
        "Read slowly. There is nothing to fill in: the answers stay in your head.",
        [
            callout(
                "bad",
                "If it is happening now",
                """<p>Call <a href="tel:{{emergenza}}">{{emergenza}}</a>. Try to get out, or to reach a room
                that has a way out. Keep away from the kitchen and the bathroom.</p>
                <p>If you cannot speak, the app “112 Where ARE U” calls silently or by chat. Do not download
                it if he looks at your phone.</p>""",
            ),
            prose(
                "<p>We say “he”. It is the same if it is a woman, a child, a parent or another person.</p>"
            ),
            checklist(
                "In the last few months",
                "Has he threatened to kill you, or threatened your children?",
                "Has he grabbed you by the throat or stopped you from breathing?",
                "Does he have a weapon, or has he threatened you with an object?",
                "Is he violent more often, or more badly, than before?",
                "Does he follow you, spy on you, turn up where you are?",
                "Are you breaking up, or have you told him you want to leave?",
                "Has he hit you while you were pregnant?",
                "Has he threatened to kill himself if you leave?",
                "Does he force you to have sex?",
                "Does he drink heavily or use drugs, and is he more violent then?",
                "Has he hurt other people, or animals?",
                "Do you think he could kill you?",
            ),
            prose("""
                <h2>If even one answer is yes</h2>
                <p>Talk to someone <b>today</b>, even if you have not decided anything. The helpline
                {{antiviolenza}} answers day and night. A desk can help you understand how great the risk is
                and what to do.</p>
                <p>If you were grabbed by the throat, <a href="page:per-me/situazioni/visita">see a
                doctor</a>,
                even without marks.</p>
                <p>More than one yes, or the fear that he could kill you, means the risk may be high.
                Trust what you feel: you are the one who knows him.</p>
                <h2>If every answer is no</h2>
                <p>These questions do not cover everything, and they are not a diagnosis. If you are afraid,
                that is reason enough to ask for help.</p>
            """),
            contact("Who you can talk to"),
            prose('<p>Then, if you like: <a href="page:per-me/piano">getting ready, a plan for you</a>.</p>'),
        ],
    ),
    "per-me/piano": Words(
        "plan",
        "Getting ready: a plan for you",
        "It helps keep you safer if you stay, if you leave, and afterwards. You do not have to do all of it.",
        [
            callout(
                "note",
                "Where to keep the plan",
                """<p>This page saves nothing. The safest place is your memory. If you print it, only the
                lists come out, without a title and without the name of this site. The browser may add the
                date and the address at the edges: you can turn that off in the print window. Keep the sheet
                where he will not find it, for example with a friend.</p>""",
            ),
            prose(
                "<p>We say “he”. It is the same if it is a woman, a child, a parent or another person.</p>"
            ),
            prose("<h2>If you stay for now</h2><p>These are things you can do quietly, one at a time.</p>"),
            checklist(
                "At home",
                "I know which doors or windows I can get out by",
                "I know which rooms to avoid when the tension rises",
                "The phone is charged and within reach",
                "I know two numbers by heart",
                "A code word with someone I trust: if I say it, they call for help",
                "The children know how to get out and who to go to",
            ),
            prose("""
                <p>Do not ask children to defend you. Teach them to get out, to hide and to call
                {{emergenza}}.</p>
                <h2>If you are thinking of leaving</h2>
                <p>The moment of leaving is often the most dangerous one. If you can, prepare it with a desk,
                and do not announce it.</p>
            """),
            checklist(
                "To get ready",
                "My papers and the children’s, or copies",
                "Residence permit, health card",
                "House and car keys, or spares",
                "Some cash, bank cards",
                "Medicines and prescriptions",
                "Charger, a spare phone if there is one",
                "Clothes for a few days, a toy for the children",
                "Medical reports, messages, photos: somewhere safe, outside the home",
            ),
            checklist(
                "People and places",
                "Who I can call at any hour",
                "Where I can go tonight",
                "Who can keep a bag for me",
                "Who can keep the dog or the cat",
                "How I would get there without my car",
            ),
            prose("""
                <h2>If he always knows where you are</h2>
                <p>He may be able to see where your phone is, or there may be a tracker in your bag or car. A
                recent phone can warn you that one is moving with you.</p>
                <p>Do not remove it straight away: he may notice and get angry. Do not go to the place where
                you want to hide. Go somewhere with people around, call <a
                href="tel:{{emergenza}}">{{emergenza}}</a> if you are afraid, and show it to the police or to
                the desk. It is also evidence.</p>
            """),
            checklist(
                "Phone and accounts",
                "I know which of my accounts are open on his devices",
                "I know who can see my location: phone, car, family apps, the children’s phones",
                "I have a new e-mail account, opened on a device he does not touch",
                "I have a bank account of my own, and its letters do not come to the house",
                "I know what money, debts and guarantees are in my name",
            ),
            prose("<h2>Afterwards</h2><p>The danger can go on even after you have left.</p>"),
            checklist(
                "To change",
                "E-mail, phone and bank passwords: from a safe device",
                "Shared location and shared accounts",
                "Everyday routes and times",
                "Who to tell at school and at work",
            ),
            prose("""
                <h2>If he threatens to share intimate pictures</h2>
                <p>You have done nothing wrong. Keep the threats as evidence. You can report it to
                the Italian data protection authority, on
                <a href="https://www.garanteprivacy.it/">the website of the Garante</a>, even before it
                happens: it decides within
                48 hours. From the age of 14 you can do it yourself (art. 144-bis, d.lgs. 196/2003).</p>
            """),
            contact("Do it together", "A support worker can make the plan with you."),
        ],
    ),
}
