/** What is done with the cards by which people are known once their file has ended. */
export const deedsOfCards: Readonly<Record<string, string>> = {
  'card.ended': 'Ended the card by which somebody was known again',
  'card.linked': 'Noted that somebody known by a card came back',
  'card.opened': 'Opened the card by which somebody is known again',
  'card.sought': 'Looked whether somebody is known by a card',
  'card.wish-noted': 'Noted whether a party wants to be known again',
  'card.wishes-opened': 'Looked whether parties want to be known again',
}
