import { deedsOfOffers } from './deeds-of-offers.ts'

/** What is done about when and where people can be met. */
export const diaryDeeds: Readonly<Record<string, string>> = {
  ...deedsOfOffers,
  'diary.printed': 'Looked at the list of a day for reception',
  'arrival.opened': 'Opened the page about how the parties arrive',
  'arrival.planned': 'Said how the parties arrive',
  'settings.outreach-code-recorded': 'Recorded the legal aid code of a place',
  'settings.travel-time-set': 'Said how long it takes between two places',
  'absence.recorded': 'Recorded when a mediator is away',
  'absence.withdrawn': 'Took back that a mediator is away',
  'hours.added': 'Recorded when a mediator works',
  'hours.ended': 'Ended working hours of a mediator',
  'hours.opened': 'Looked at when mediators work',
  'holiday.opened': 'Opened on a bank holiday',
  'holiday.closed': 'Closed on a bank holiday again',
}
