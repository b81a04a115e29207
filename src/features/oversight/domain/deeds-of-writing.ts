/** What is done with letters, e-mails and texts that we write, and with the mailbox. */
export const deedsOfWriting = {
  'letter.listed': 'Looked at the letters to post',
  'letter.printed': 'Opened a letter to print it',
  'letter.settled': 'Said that a letter was posted or not sent',
  'mailbox.failed': 'Tried to read the mailbox',
  'mailbox.read': 'Read the mailbox',
  'message.guarded': 'Had the words of a message looked through before it goes',
  'message.listed': 'Looked at the list of messages',
  'message.opened': 'Opened a message',
  'message.report-noted': 'Noted what became of a text message',
  'message.sent': 'Sent a message',
  'message.taken': 'Took a waiting message to send it',
  'message.undone': 'Took a message back before it went',
  'message.writing': 'Opened the page to write to a party',
  'message.written': 'Wrote to a party',
}
