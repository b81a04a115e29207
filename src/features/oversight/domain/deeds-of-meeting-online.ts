/** What is done about meetings online. */
export const deedsOfMeetingOnline = {
  'online.answer-opened': 'Opened the page to record what a party said about meeting online',
  'online.answer-recorded': 'Recorded what a party said about meeting online',
  'online.opened': 'Looked at how a meeting is held online, and who agreed',
  'online.set': 'Said how a meeting is held online',
  'portal.online-answered': 'As a party: answered about meeting online',
  'portal.online-opened': 'As a party: looked at their own meeting online',
} as const
