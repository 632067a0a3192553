import type { FirstTexts } from '../en'

export const de: FirstTexts = {
  brand: 'Fapiao-Service',
  skip: 'Zum Inhalt',
  language: 'Sprache',
  nav: {
    label: 'Hauptnavigation',
    bills: 'Rechnungen',
    applications: 'Anträge',
    fapiaos: 'Fapiao',
    orders: 'Bestellungen',
    titles: 'Empfänger',
    support: 'Anfragen',
    help: 'Hilfe',
    signIn: 'Anmelden',
    register: 'Registrieren',
    signOut: 'Abmelden',
    account: 'Konto',
    accountMenu: 'Kontomenü',
    front: 'Zur Startseite',
  },
  footer: {
    phone: 'Kundenservice',
  },
  notice: {
    all: 'Zurzeit können keine Fapiao ausgestellt werden',
    ORDINARY: 'Zurzeit können keine einfachen Fapiao ausgestellt werden',
    SPECIAL: 'Zurzeit können keine Spezial-Fapiao ausgestellt werden',
    expected:
      'Voraussichtlich ab {{when}} wieder. Anträge sind schon jetzt möglich; sie warten und gehen nicht verloren.',
  },
  common: {
    missing: 'Bitte ausfüllen',
    back: 'Zurück',
    next: 'Weiter',
    cancel: 'Abbrechen',
    save: 'Speichern',
    retry: 'Erneut versuchen',
    reload: 'Seite neu laden',
    more: 'Mehr anzeigen',
    copy: 'Kopieren',
    copied: 'Kopiert',
    optional: 'freiwillig',
    loading: 'Wird geladen',
    chinaTime: '{{here}} ({{china}} Pekinger Zeit)',
    colon: ':',
    aside: '{{main}} ({{more}})',
    edit: 'Ändern',
  },
  problem: {
    trace: 'Vorgangskennung {{id}}',
    unreachable: 'Keine Verbindung',
    unreachableDetail:
      'Der Dienst ist gerade nicht erreichbar. Bitte prüfen Sie die Verbindung und versuchen Sie es erneut; doppelt geschieht dabei nichts.',
    unexpected: 'Da ist etwas schiefgegangen',
    unexpectedDetail:
      'Die Seite kann nicht angezeigt werden. Bitte laden Sie sie neu; hilft das nicht, rufen Sie den Kundenservice an.',
    waitSeconds_one: 'Bitte warten Sie noch {{count}} Sekunde.',
    waitSeconds_other: 'Bitte warten Sie noch {{count}} Sekunden.',
    offline:
      'Sie sind offline. Die Seite bleibt, wie sie ist, und macht weiter, sobald die Verbindung zurück ist.',
    notFound: 'Hier ist nichts',
    notFoundDetail: 'Diese Seite gibt es nicht, oder sie gehört nicht Ihnen.',
  },
  front: {
    title: 'Das Fapiao zu Ihrer Bestellung',
    first:
      'Sie haben ein Abonnement bezahlt und brauchen ein Fapiao für die Buchhaltung oder für Ihren Arbeitgeber.',
    second:
      'Registrieren Sie sich mit der Bestellnummer aus der Bestätigungsmail, wählen Sie die Rechnung und geben Sie den Empfänger des Fapiao an.',
    third: 'Das Servicecenter stellt es innerhalb von zwei Arbeitstagen aus und schickt es Ihnen.',
    register: 'Registrieren',
    signIn: 'Anmelden',
    steps: 'So geht es',
    stepRegister: 'Mit der Bestellnummer registrieren',
    stepApply: 'Rechnung wählen und Fapiao beantragen',
    stepReceive: 'In zwei Arbeitstagen ausgestellt, dann versandt',
  },
  fapiao: {
    question: 'Was ist ein Fapiao?',
    answer:
      'Ein Fapiao (发票) ist die amtliche Umsatzsteuerrechnung in Festlandchina. Papier, Nummern und Inhalt überwacht die Steuerbehörde; nur mit einem Fapiao kann ein Unternehmen in China eine Ausgabe buchen und Vorsteuer abziehen. Eine Rechnung oder Quittung als PDF, wie man sie von anderswo kennt, ersetzt es nicht.',
    types: 'Welche Art brauche ich?',
    ordinary: 'Einfaches Fapiao (普票)',
    ordinaryText:
      'Für Buchhaltung und Spesenabrechnung. Privatpersonen geben nur den Namen an, Unternehmen auch die Steuernummer.',
    special: 'Spezial-Fapiao (专票)',
    specialText:
      'Für Unternehmen, die Vorsteuer abziehen. Darauf stehen Steuernummer, eingetragene Anschrift, Telefon, Bank und Konto. Nie für Privatpersonen.',
    electronic: 'Elektronisch oder auf Papier',
    electronicText:
      'Beide sind rechtlich gleichwertig. Das elektronische Fapiao kommt per E-Mail, das aus Papier per Kurier, oder Sie holen es in der Niederlassung ab.',
  },
  help: {
    askSplit: 'Rechnung aufteilen lassen',
    askWrong: 'Empfänger ändern lassen',
    askMissing: 'Als nicht angekommen melden',
    ask: 'Das Servicecenter fragen',
    api: 'Für Programme: die Anleitung zur API (auf Englisch)',
    title: 'Hilfe',
    when: 'Ab wann kann ich den Antrag stellen?',
    whenText:
      'Bestellung und Zahlung kommen von einer Zahlungsplattform. Der Abgleich dauert drei Tage; bis dahin steht an der Rechnung, ab wann der Antrag möglich ist.',
    promise: 'Wann wird das Fapiao ausgestellt?',
    promiseText:
      'Bis 17:30 Uhr Pekinger Zeit am zweiten Arbeitstag nach der Bestätigung. Es gilt der Arbeitstagekalender Festlandchinas mit seinen Ausgleichstagen. Was ab 17:30 Uhr bestätigt wird, zählt ab dem nächsten Tag.',
    titles: 'Mehrere Rechnungen, Teilbeträge, mehrere Empfänger',
    titlesText:
      'Mehrere Rechnungen passen auf ein Fapiao, und eine Rechnung kann zum Teil abgerechnet werden. Eine Rechnung hat einen Fapiao-Empfänger (抬头). Soll sie auf mehrere aufgeteilt werden, fragen Sie das Servicecenter.',
    payer: 'Beschaffungsnachweis oder Erstattung',
    payerText:
      'Für einen Beschaffungsnachweis oder eine Erstattung muss das Fapiao auf den Namen des Zahlers lauten.',
    wrong: 'Falscher Empfänger auf dem Fapiao?',
    wrongText:
      'Bitte beantragen Sie die Änderung, bevor Sie etwas zurücksenden; Sie erfahren sofort, wohin ein Fapiao aus Papier geht und mit welchen Ausfertigungen. Ein elektronisches wird nicht zurückgesandt. Danach wird neu ausgestellt.',
    missing: 'Nicht angekommen?',
    missingText:
      'Öffnen Sie den Antrag und verfolgen Sie die Sendungsnummer. Bewegt sich die Sendung drei Tage lang nicht, melden Sie es uns.',
    login: 'Vergessen, mit welcher E-Mail-Adresse Sie registriert sind?',
    loginText: 'Rufen Sie den Kundenservice an; er hilft anhand der Bestellnummer.',
    contact: 'Kundenservice und Niederlassung',
    phone: 'Telefon',
    branch: 'Niederlassung',
    hours: 'Öffnungszeiten',
    person: 'Kontakt',
  },
  fields: {
    orderNumber: 'Bestellnummer',
    email: 'E-Mail-Adresse',
    newEmail: 'Neue E-Mail-Adresse',
    password: 'Passwort',
    newPassword: 'Neues Passwort',
    currentPassword: 'Bisheriges Passwort',
  },
  password: {
    hint: 'Mindestens {{least}} Zeichen; am besten ein eigener Satz. Häufige Passwörter werden abgelehnt.',
    tooShort: 'Zu kurz: {{count}} von {{least}} Zeichen',
    weak: 'Schwach',
    fair: 'Brauchbar',
    strong: 'Stark',
    strength: 'Stärke des Passworts',
  },
  register: {
    title: 'Registrieren',
    intro: 'Die Bestellnummer steht in der Bestätigungsmail Ihrer Bestellung.',
    fromLink: 'Die Bestellnummer stammt aus Ihrem Link.',
    emailHint: 'Muss nicht die Adresse Ihres Office-365-Kontos sein.',
    submit: 'Registrieren',
    have: 'Schon registriert?',
    sentTitle: 'Bitte prüfen Sie Ihr Postfach',
    sent: 'Wir senden eine E-Mail an {{email}}. Öffnen Sie den Link darin innerhalb von 24 Stunden, um das Konto zu aktivieren.',
    sentWhy:
      'Liegt uns die Bestellung noch nicht vor, kommt die E-Mail mit der Bestellung. Gibt es zu der Adresse schon ein Konto, steht das in der E-Mail.',
    resend: 'Aktivierungsmail erneut senden',
    resent: 'Die Aktivierungsmail wurde erneut gesendet. Sehen Sie auch im Spam-Ordner nach.',
    wrongAddress: 'Falsche Adresse?',
    wrongAddressText:
      'Registrieren Sie sich einfach noch einmal mit der richtigen; die falsche sperrt nichts.',
    again: 'Noch einmal registrieren',
  },
  activate: {
    title: 'Konto aktivieren',
    intro: 'Ein Klick aktiviert Ihr Konto. Danach können Sie sich anmelden.',
    submit: 'Aktivieren',
    done: 'Ihr Konto ist aktiv',
    doneText: 'Melden Sie sich mit E-Mail-Adresse und Passwort an.',
    lost: 'Dieser Link gilt nicht mehr',
    lostText:
      'Er ist abgelaufen, wurde schon benutzt oder durch einen neueren ersetzt. Ist das Konto schon aktiv, melden Sie sich an; sonst lassen Sie sich eine neue E-Mail senden.',
    noToken: 'In der Adresse ist kein Link',
    noTokenText:
      'Öffnen Sie den Link der Aktivierungsmail noch einmal, oder lassen Sie sich eine neue E-Mail senden.',
    resendTo: 'Ihre E-Mail-Adresse',
  },
  emailChange: {
    title: 'Neue E-Mail-Adresse bestätigen',
    intro: 'Nach einem Klick melden Sie sich mit dieser Adresse an.',
    submit: 'Adresse bestätigen',
    done: 'Die neue Adresse ist bestätigt',
    doneText: 'Melden Sie sich ab jetzt mit ihr an.',
    lost: 'Dieser Link gilt nicht mehr',
    lostText:
      'Er ist abgelaufen, wurde schon benutzt oder durch einen neueren ersetzt. Melden Sie sich an und stoßen Sie die Änderung neu an.',
  },
  claims: {
    title: 'Zugriff auf Ihre Bestellung erlauben',
    intro:
      'Jemand hat sich mit der Nummer einer Bestellung registriert, die Sie bezahlt haben. Wenn Sie zustimmen, sieht diese Person die Rechnung und kann das Fapiao dafür beantragen.',
    warning:
      'Stimmen Sie nur zu, wenn Sie wissen, wer es ist. Sonst schließen Sie die Seite einfach: Es geschieht nichts.',
    submit: 'Zustimmen',
    done: 'Zugestimmt',
    doneText: 'Die Bestellung erscheint jetzt im Konto der Person, die darum gebeten hat.',
    lost: 'Dieser Link gilt nicht mehr',
    lostText:
      'Er ist abgelaufen oder wurde schon benutzt. Wird der Zugriff noch gebraucht, kann die Person neu anfragen.',
  },
  signIn: {
    title: 'Anmelden',
    submit: 'Anmelden',
    forgotten: 'Passwort vergessen?',
    new: 'Noch nicht registriert?',
    ended: 'Ihre Sitzung ist beendet. Melden Sie sich an, dann geht es dort weiter, wo Sie waren.',
    changed: 'Das neue Passwort ist gesetzt. Melden Sie sich damit an.',
    inactive: 'Registriert, aber keine Aktivierungsmail?',
    resend: 'Aktivierungsmail erneut senden',
    staff: 'Dieses Konto gehört zum Servicecenter',
    staffText: 'Die Seiten hier sind für Kunden. Das Servicecenter arbeitet über die API.',
  },
  forgotten: {
    title: 'Passwort vergessen?',
    intro: 'Wir senden ein vorläufiges Passwort an die E-Mail-Adresse, mit der Sie sich anmelden.',
    submit: 'Vorläufiges Passwort senden',
    sentTitle: 'Bitte prüfen Sie Ihr Postfach',
    sent: 'Falls es zu {{email}} ein Konto gibt, ist ein vorläufiges Passwort unterwegs. Melden Sie sich damit an und wählen Sie dann ein neues.',
    email: 'Vergessen, mit welcher E-Mail-Adresse Sie registriert sind? Rufen Sie {{phone}} an.',
    resendTitle: 'Aktivierungsmail erneut senden',
    resendIntro: 'Geben Sie die E-Mail-Adresse ein, mit der Sie sich registriert haben.',
  },
  erased: {
    title: 'Ihr Konto ist gelöscht',
    text: 'Sie sind binnen Sekunden auf allen Geräten abgemeldet. Was aufbewahrt werden muss, bleibt, aber ohne Ihr Konto.',
    again: 'Brauchen Sie wieder ein Fapiao, registrieren Sie sich neu mit der Bestellnummer.',
  },
  setPassword: {
    title: 'Neues Passwort wählen',
    intro:
      'Sie haben sich mit einem vorläufigen Passwort angemeldet. Wählen Sie jetzt ein eigenes.',
    submit: 'Passwort setzen',
  },
}
