/** What was done with times that are offered, and about meetings that were missed. */
export const deedsOfOffers: Readonly<Record<string, string>> = {
  'appointment.cancelled-by-party': 'As a party: cancelled an appointment of theirs',
  'appointment.own-cancelling': 'As a party: opened the page to cancel an appointment',
  'fee.decided': 'Decided what is asked for a missed appointment',
  'settings.missed-rule-set': 'Set what is asked for missed appointments',
  'times.act-followed': 'Followed what a party did',
  'times.acts-listed': 'Looked for what parties did',
  'times.answer-noted': 'Noted which times a party can do',
  'times.answered': 'As a party: said which times they can do',
  'times.booked': 'Booked one of the times that were offered',
  'times.chosen-from': 'Opened the page to offer times',
  'times.listed': 'Looked at the times offered in a case',
  'times.offered': 'Offered times',
  'times.opened': 'Opened an offer of times',
  'times.own-listed': 'As a party: looked at the times offered to them',
  'times.taken': 'As a party: took one of the times offered',
  'times.withdrawn': 'Took back an offer of times',
}
