/** What was done about professionals, and by those who refer people. */
export const professionalDeeds: Readonly<Record<string, string>> = {
  'professional.added': 'Added a professional contact',
  'professional.changed': 'Corrected a professional contact',
  'professional.contacted': 'Noted a contact with a professional',
  'professional.listed': 'Looked at the professional contacts',
  'professional.opened': 'Opened a professional contact',
  'professional.removed': 'Removed a professional contact',
  'referral.begun': 'Opened the page to refer somebody, from an account',
  'referral.ended': 'Ended what a referrer can follow',
  'referral.followed': 'Looked at how far a referral is, as its referrer',
  'referral.own-listed': 'Looked at their own referrals, from an account',
  'referral.received': 'Sent a referral through the website',
  'referrer.ended': 'Ended a referrer’s account',
  'referrer.invited': 'Gave a referrer an account',
}
