"""Words that stand in every text, and tell nothing of what is looked for; without accents."""

COMMON_WORDS = {
    # Italian and English: whoever is on a page of one may type the other.
    "": """
a ad ai al alla alle allo agli anche che chi ci come con cosa cui da dai dal dalla dalle dei del della delle
dello degli di dopo dove due e ed era essere fa fare fatto fra gli ha hai hanno ho i il in io la le lei li lo
loro lui ma me mi mia mie miei mio molto ne nei nel nella nelle no noi non o od ogni per perche piu poi posso
puo quando quella quello questa questo qui se sei sempre senza si sia siamo solo sono sta sto su sua sue sui
sul sulla suo suoi te ti tra troppo tu tua tue tuo tutti tutto un una uno vi voi vorrei voglio c d l m n s t
about after all am an and any are as at be because been but by can could did do does for from get got had
has have he her hers him his how if into is it its just me my not of off on or our out she should so some
that the their them then there they this to too up us was we were what when where which who why will with
would you your
""",
    "es": """
a al asi aunque cada como con cual cuando de del desde donde dos e el ella ellas ellos en entonces
era es esa ese eso esta estan este esto estoy fue ha hasta hay he la las le les lo los mas me mi mis
muy ni no nos o para pero por porque que quien se si sin sobre solo son soy su sus tambien te tengo
ti tiene todo tu tus un una uno y ya yo
""",
    "fr": """
a ai as au aussi aux avec avez c ca ce cela ces cet cette comme d dans de des du elle elles en es
est et etais etait ete etes etre il ils j je l la le les leur lui m ma mais me meme mes moi mon n ne
nous on ont ou par pas pour pourquoi qu quand que qui quoi s sa se si son suis t un une vos votre
vous
""",
    "ar": """
في من الى على عن مع هذا هذه ذلك تلك التي الذي الذين ان انا انت هو هي نحن انتم هم ما ماذا متى اين كيف
كم لماذا هل لا لم لن ليس ليست نعم او ثم قد كان كانت يكون تكون كل بعض اي اذا لكن بل حتى عند عندما بعد
قبل بين غير فقط ايضا جدا لي لك له لها لنا به بها فيه فيها منه منها عليه عليها يا و ف ب ل
""",
    "ro": """
a acest acum ai al ale am ar are as asa asta au ca care ce cel cine cu cum cand da daca de din doar
dupa e ea ei el este esti eu fara fi fie fost il imi in intr isi iti la le lui m ma mai mea meu mi
nici nu o pe pentru poate pot sa sau se si sunt ta te tot tu un vreau
""",
    "uk": """
і и та а але або чи що щоб як яка якии які якщо коли де це цеи ця ці то тои ті я ти ви ми він вона
воно вони мене мені вас вам нас нам иого іі іх міи моя ваш не ні на у в з із зі до від для по про
при за під без через після перед між є бути був була були буде вже ще так там тут теж дуже може
треба
""",
    "sq": """
a ai ajo ama apo aq ata ate atij ato aty atyre c cfare cila cilat cili d dhe di do duhet e edhe
eshte i ia ish ishte iu ja jam jane je jo ju jemi jeni ka kam kane ke keni keshtu ket kete keto ketu
kjo kur kush ky la le me mbi mes mos mua mund ne nese nga nje nuk o ose pa para per po qe s sa se si
t te ti tij
""",
}
