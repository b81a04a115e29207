/** What signing in leaves in the records, in words. */
export const deedsOfSignIn: Readonly<Record<string, string>> = {
  'sign-in.authenticator-changed': 'Changed the authenticator app',
  'sign-in.codes-made': 'Made new recovery codes',
  'sign-in.ended': 'Ended a sign-in',
  'sign-in.held-off': 'Tried to sign in too often and was held off',
  'sign-in.link-made': 'Made a link to set a password',
  'sign-in.made': 'Signed in',
  'sign-in.party-ended': 'As a party: signed out',
  'sign-in.party-made': 'As a party: signed in',
  'sign-in.party-refused': 'Entered a code that let nobody in',
  'sign-in.passkey-added': 'Added a passkey',
  'sign-in.passkey-ended': 'Ended a passkey',
  'sign-in.password-changed': 'Changed the password',
  'sign-in.recovered': 'Signed in by a recovery code',
  'sign-in.refused': 'Tried to sign in and was refused',
  'sign-in.set-up': 'Set a password and an authenticator app',
}
