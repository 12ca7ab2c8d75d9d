// What a telephone shows of what plays, on its locked screen too: without this, the title of the page.

if (navigator.mediaSession) navigator.mediaSession.metadata = new MediaMetadata({ title: "Audio" });
