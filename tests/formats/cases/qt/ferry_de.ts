<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>MainWindow</name>
    <message>
        <location filename="../app.cpp" line="17"/>
        <source>Ferry times</source>
        <translation>Fährzeiten</translation>
    </message>
    <message>
        <location filename="../app.cpp" line="18"/>
        <source>All crossings between the islands, hour by hour</source>
        <translation>Alle Überfahrten zwischen den Inseln, Stunde für Stunde</translation>
    </message>
    <message>
        <location filename="../home.cpp" line="19"/>
        <source>Good morning, %1!</source>
        <translation>Guten Morgen, %1!</translation>
    </message>
    <message>
        <location filename="../home.cpp" line="20"/>
        <source>The next ferry leaves at %1 from pier %1.</source>
        <translation>Die nächste Fähre legt um %1 an Brücke %1 ab.</translation>
    </message>
    <message>
        <location filename="../home.cpp" line="21"/>
        <source>Waves of %1 m, wind from the north-west</source>
        <translation>Wellen von %1 m, Wind aus Nordwest</translation>
    </message>
    <message>
        <location filename="../ticket.cpp" line="22"/>
        <source>Buy a ticket</source>
        <translation>Fahrkarte kaufen</translation>
    </message>
    <message>
        <location filename="../ticket.cpp" line="23"/>
        <source>Adults pay €12, children &amp; dogs half of it.</source>
        <translation>Erwachsene zahlen 12 €, Kinder &amp; Hunde die Hälfte.</translation>
    </message>
    <message>
        <location filename="../ticket.cpp" line="24"/>
        <source>Bicycles travel free of charge on weekdays.</source>
        <translation>Fahrräder fahren werktags kostenlos mit.</translation>
    </message>
    <message>
        <location filename="../ticket.cpp" line="25"/>
        <source>Lost your ticket? Ask at the counter; it is open until nine.</source>
        <translation>Fahrkarte verloren? Fragen Sie am Schalter, er hat bis neun geöffnet.</translation>
    </message>
    <message>
        <location filename="../ticket.cpp" line="26"/>
        <source>The inspector asks “Tickets, please” and waits.</source>
        <translation>Der Kontrolleur fragt „Die Fahrkarten, bitte“ und wartet.</translation>
    </message>
    <message>
        <location filename="../delay.cpp" line="27"/>
        <source>Because of fog the ferry is about %1 minutes late.</source>
        <translation>Wegen Nebels verspätet sich die Fähre um etwa %1 Minuten.</translation>
    </message>
    <message>
        <location filename="../delay.cpp" line="28"/>
        <source>In hard winters the harbour freezes over and nothing moves.</source>
        <translation>In strengen Wintern friert der Hafen zu, und nichts bewegt sich mehr.</translation>
    </message>
    <message>
        <location filename="../delay.cpp" line="29"/>
        <source>Everything is on time today.</source>
        <translation>Heute ist alles pünktlich.</translation>
    </message>
    <message>
        <location filename="../map.cpp" line="30"/>
        <source>Grey lines are summer routes, blue ones run all year.</source>
        <translation>Graue Linien sind Sommerrouten, blaue verkehren das ganze Jahr.</translation>
    </message>
    <message>
        <location filename="../map.cpp" line="31"/>
        <source>Pinch to zoom, tap twice to centre</source>
        <translation>Zum Vergrößern aufziehen, zum Zentrieren doppelt tippen</translation>
    </message>
    <message>
        <location filename="../crew.cpp" line="32"/>
        <source>The captain has steered these waters for thirty years.</source>
        <translation>Der Kapitän befährt diese Gewässer seit dreißig Jahren.</translation>
    </message>
    <message>
        <location filename="../crew.cpp" line="33"/>
        <source>The cook bakes rolls before sunrise.</source>
        <translation>Der Koch backt vor Sonnenaufgang Brötchen.</translation>
    </message>
    <message>
        <location filename="../crew.cpp" line="34"/>
        <source>Crew members wear orange jackets.
They know every rock by name.</source>
        <translation>Die Besatzung trägt orangefarbene Jacken.
Sie kennt jeden Felsen beim Namen.</translation>
    </message>
    <message>
        <location filename="../settings.cpp" line="35"/>
        <source>Language of announcements</source>
        <translation>Sprache der Durchsagen</translation>
    </message>
    <message>
        <location filename="../settings.cpp" line="36"/>
        <source>Ring the bell five minutes before departure</source>
        <translation>Fünf Minuten vor der Abfahrt die Glocke läuten</translation>
    </message>
    <message>
        <location filename="../settings.cpp" line="37"/>
        <source>We keep your last three journeys on this device only.</source>
        <translation>Wir speichern Ihre letzten drei Reisen nur auf diesem Gerät.</translation>
    </message>
    <message>
        <location filename="../error.cpp" line="38"/>
        <source>No connection: the timetable may be out of date.</source>
        <translation>Keine Verbindung: Der Fahrplan ist womöglich veraltet.</translation>
    </message>
    <message>
        <location filename="../error.cpp" line="39"/>
        <source>Try again in a moment</source>
        <translation>Versuchen Sie es gleich noch einmal</translation>
    </message>
    <message>
        <location filename="../about.cpp" line="40"/>
        <source>Thanks to the harbour office for the tide tables.</source>
        <translation>Dank an das Hafenamt für die Gezeitentafeln.</translation>
    </message>
    <message numerus="yes">
        <source>%n passenger(s) on board</source>
        <translation>
            <numerusform>%n Fahrgast an Bord</numerusform>
            <numerusform>%n Fahrgäste an Bord</numerusform>
        </translation>
    </message>
    <message>
        <source>Lighthouse</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
