"""Rights of every day: home and children, money, work, papers."""

from amaranta.demo.text.markup import Words, callout, prose, questions, steps

RIGHTS_OF_LIFE = {
    "per-me/diritti/casa": Words(
        "home",
        "Home and children",
        "A judge can order him to leave. And if you leave to be safe, the law recognises it.",
        [
            prose("""
                <h2>The protection order</h2>
                <p>You ask the civil court for it, against your husband or whoever lives with you, even if you
                no longer live together. It also works against an adult child, a parent, a brother. You do not
                need to have reported anything. You can ask <b>without a lawyer</b>. If it is urgent the judge
                can decide at once and hear him later. The desk tells you how.</p>
                <p>The judge can order him to:</p>
                <ul><li>stop</li><li>leave the home</li>
                <li>stay away from you, your work, your family’s home and the children’s school</li>
                <li>pay you maintenance, if without him you have no means.</li></ul>
                <p>It lasts a year at most. It can be extended only for serious reasons.</p>
                <h2>If there is a criminal case</h2>
                <p>After you report him, the criminal judge can also order him out of the home or forbid him
                to come near you. For these crimes an electronic tag and a distance to keep are always ordered
                with it, if the devices work in that place. If he refuses the tag or takes it off, the measure
                becomes stricter.</p>
                <h2>If you are the one who leaves</h2>
                <p>Leaving to be safe is not “desertion”: violence is a just cause (art. 146 of the civil
                code). If you have children, talk to a lawyer soon: she can tell you what to ask the judge
                for.</p>
                <p>The desk can look for a place in a shelter, with your children too. There is not always one
                straight away. Ask what can be done for tonight.</p>
            """),
            questions(
                "In court, about the children",
                (
                    "Do I have to meet him to reach an agreement?",
                    """<p>Tell the judge straight away that there has been violence. In that case no mediation
                    with him can begin (art. 473-bis.43 c.p.c.).</p>""",
                ),
                (
                    "Do the children count if they only saw it?",
                    """<p>Yes. Anyone under 18 who witnesses the abuse is an injured party (art. 572
                    c.p.).</p>""",
                ),
                (
                    "Will they be taken from me?",
                    """<p>Nobody can tell you beforehand how a judge will decide. Asking for help is a way to
                    protect them. Ask a lawyer and the desk to go with you.</p>""",
                ),
            ),
        ],
        {"plain_word": ""},
    ),
    "per-me/diritti/reddito": Words(
        "income",
        "Reddito di libertà",
        "Money to live on your own: up to 530 euro a month, for 12 months at most.",
        [
            prose("""
                <h2>For whom</h2>
                <p>For women who have suffered violence and have little money, supported by a recognised
                anti-violence centre and by social services, with or without children. It is meant for
                housing, for children, for starting again.</p>
                <p>You must be resident in Italy. If you are not a citizen of the European Union you need a
                residence permit.</p>
            """),
            steps(
                "How to ask",
                (
                    "Talk to the centre",
                    "<p>It will explain which declarations are needed, and who prepares them.</p>",
                ),
                (
                    "Go to your Comune",
                    """<p>You apply there, with INPS form SR208. If you have moved, ask the centre which
                    Comune to go to.</p>""",
                ),
                ("INPS decides", "<p>Funds are limited: ask the Comune whether there are any left.</p>"),
            ),
            callout(
                "note",
                "The account",
                """<p>If the money is paid into an account or onto a card, use one that is <b>yours alone</b>
                and that he cannot see. Ask the bank not to send letters to the house.</p>""",
            ),
        ],
        {"plain_word": ""},
    ),
    "per-me/diritti/lavoro": Words(
        "work",
        "Leave from work",
        "You can take up to three months off work within three years. If you are an employee, you are paid.",
        [
            prose("""
                <h2>How it works</h2>
                <ul><li>At most three months (90 working days) in three years; by days or hours.</li>
                <li>You must be in a protection programme, certified by social services, an anti-violence
                centre or a shelter.</li>
                <li>Tell your employer at least seven days ahead, unless that is impossible.</li>
                <li>You can ask to go part time, if there is a post, and later go back to full time.</li></ul>
                <h2>How much you get</h2>
                <ul><li><b>Employee</b>, public or private: as much as your last pay, in its fixed parts.</li>
                <li><b>Domestic worker, carer, babysitter</b>: you are entitled too.</li>
                <li><b>Self-employed</b>: a lower allowance. Ask INPS or a <i>patronato</i>.</li>
                <li><b>On a <i>collaborazione</i> contract</b>: you can suspend it for the same length of
                time.</li></ul>
            """),
            questions(
                "Questions",
                (
                    "Do I have to tell them everything at work?",
                    """<p>The law asks for the certificate of your programme, not for your story. Ask that
                    only those who have to deal with it see it.</p>""",
                ),
                (
                    "Does it show on the payslip?",
                    """<p>There may be a line about the leave. If someone checks your payslip, ask the
                    personnel office and the desk first.</p>""",
                ),
            ),
        ],
        {"plain_word": ""},
    ),
    "per-me/diritti/documenti": Words(
        "papers",
        "The residence permit",
        "You can ask for help even without papers. In some cases there is a permit for you.",
        [
            prose("""
                <h2>First of all</h2>
                <p>You do not need a permit to talk to a desk or to the national helpline. If you have none
                and want to go to the police, talk to a desk or a lawyer first. They can explain what may
                happen.</p>
                <h2>If you live with violence at home</h2>
                <p>There is a permit called <i>casi speciali</i>. The chief of police issues it after a
                magistrate’s opinion. It lasts a year and can be renewed. With it you can work, study and use
                services. In the end you can change it for a permit for work or study, if you meet the
                conditions.</p>
                <p>The violence must be on record with an investigation, a court, an anti-violence centre or
                social services. There must also be a real danger to you. It is not guaranteed: it is better
                to apply with a lawyer.</p>
                <h2>If your permit depends on your marriage</h2>
                <p>He may tell you that you will lose it if you leave him. After a legal separation you can
                apply for another permit, for work or study, if you meet the conditions. Ask beforehand.</p>
                <h2>If you are a citizen of the European Union</h2>
                <p>You do not need a permit. You can ask for this help too, and so can relatives of a European
                citizen (art. 18-bis). For residence and care, ask the desk.</p>
                <h2>If they exploit you</h2>
                <p>If they force you to sell sex or to work without pay, there is another permit. Call
                <a href="tel:800290290">800 290 290</a>: free, 24 hours a day, in many languages. Read
                <a href="page:per-me/diritti/scelte">what you can do</a>.</p>
                <h2>Care</h2>
                <p>Hospitals and health centres will treat you even without a permit, if it is urgent or
                essential. They may not report you for not having one. The medical report of a crime is
                another matter, and is the same for every woman.</p>
            """),
            callout(
                "note",
                "If he keeps your papers",
                """<p>Hiding your passport or permit is a way of controlling you. Tell the desk. If you can,
                leave a photo of your papers with someone you trust.</p>""",
            ),
        ],
        {"plain_word": ""},
    ),
}
