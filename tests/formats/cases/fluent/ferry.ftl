### Ferry, German

-brand = Fährlotse

# Ferry times
app-title = Fährzeiten
# All crossings between the islands, hour by hour
app-subtitle = Alle Überfahrten zwischen den Inseln, Stunde für Stunde
# Good morning, {name}!
home-greeting = Guten Morgen, { $name }!
# The next ferry leaves at {time} from pier {pier}.
home-next = Die nächste Fähre legt um { $time } an Brücke { $pier } ab.
# Waves of {height} m, wind from the north-west
home-weather = Wellen von { $height } m, Wind aus Nordwest
# Buy a ticket
ticket-buy = Fahrkarte kaufen
# Adults pay €12, children & dogs half of it.
ticket-price = Erwachsene zahlen 12 €, Kinder & Hunde die Hälfte.
# Bicycles travel free of charge on weekdays.
ticket-bike = Fahrräder fahren werktags kostenlos mit.
# Lost your ticket? Ask at the counter; it is open until nine.
ticket-lost = Fahrkarte verloren? Fragen Sie am Schalter, er hat bis neun geöffnet.
# The inspector asks “Tickets, please” and waits.
ticket-quote = Der Kontrolleur fragt „Die Fahrkarten, bitte“ und wartet.
# Because of fog the ferry is about {minutes} minutes late.
delay-fog = Wegen Nebels verspätet sich die Fähre um etwa { $minutes } Minuten.
# In hard winters the harbour freezes over and nothing moves.
delay-ice = In strengen Wintern friert der Hafen zu, und nichts bewegt sich mehr.
# Everything is on time today.
delay-none = Heute ist alles pünktlich.
# Grey lines are summer routes, blue ones run all year.
map-legend = Graue Linien sind Sommerrouten, blaue verkehren das ganze Jahr.
# Pinch to zoom, tap twice to centre
map-zoom = Zum Vergrößern aufziehen, zum Zentrieren doppelt tippen
# The captain has steered these waters for thirty years.
crew-captain = Der Kapitän befährt diese Gewässer seit dreißig Jahren.
# The cook bakes rolls before sunrise.
crew-cook = Der Koch backt vor Sonnenaufgang Brötchen.
# Crew members wear orange jackets.
crew-note = 
    Die Besatzung trägt orangefarbene Jacken.
    Sie kennt jeden Felsen beim Namen.
# Language of announcements
settings-language = Sprache der Durchsagen
# Ring the bell five minutes before departure
settings-sound = Fünf Minuten vor der Abfahrt die Glocke läuten
# We keep your last three journeys on this device only.
settings-data = Wir speichern Ihre letzten drei Reisen nur auf diesem Gerät.
# No connection: the timetable may be out of date.
error-offline = Keine Verbindung: Der Fahrplan ist womöglich veraltet.
# Try again in a moment
error-retry = Versuchen Sie es gleich noch einmal
# Thanks to the harbour office for the tide tables.
about-thanks = Dank an das Hafenamt für die Gezeitentafeln.

passengers =
    { $count ->
        [one] { $count } Fahrgast an Bord
       *[other] { $count } Fahrgäste an Bord
    }

search =
    .placeholder = Hafen oder Insel eingeben
    .title = { -brand } durchsuchen
