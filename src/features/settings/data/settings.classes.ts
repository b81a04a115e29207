import type { Tables } from '../../../platform/database/tables.gen.ts'
import { type Classified, key, notPersonal, personal, stamp } from '../../../policy/classification.ts'

const published = (reason: string) => notPersonal(reason, 'once')

export const settingsClasses = {
  setting: {
    of: 'service',
    category: 'service.published',
    rows: { by: 'everyone' },
    columns: {
      id: key(),
      key: published('the name of a setting'),
      value: published('what the service says of itself on its website'),
      in_force_from: notPersonal('when a setting came into force', 'server'),
      turn: notPersonal('the running number of a change', 'server'),
      changed_by: personal('service.settings', ['staff'], { filled: 'server' }),
    },
  },
  price: {
    of: 'service',
    category: 'service.published',
    rows: { by: 'everyone' },
    columns: {
      id: key(),
      item: published('what is charged for'),
      amount_pence: published('a published price'),
      in_force_from: published('when a price came into force'),
      recorded_at: notPersonal('when a price was entered', 'server'),
      turn: notPersonal('the running number of a change', 'server'),
      recorded_by: personal('service.settings', ['staff'], { filled: 'server' }),
    },
  },
  missed_rule: {
    of: 'service',
    category: 'service.published',
    rows: { by: 'everyone' },
    columns: {
      id: key(),
      notice_days: published('how long before a meeting can be cancelled for nothing'),
      share_percent: published('what share of a price is asked'),
      source: published('where a rule of the service stands'),
      in_force_from: published('when a rule came into force'),
      recorded_at: notPersonal('when a rule was entered', 'server'),
      turn: notPersonal('the running number of a change', 'server'),
      recorded_by: personal('service.settings', ['staff'], { filled: 'server' }),
    },
  },
  venue: {
    of: 'service',
    category: 'service.published',
    rows: { by: 'everyone', alsoParties: true },
    columns: {
      id: key(),
      name: notPersonal('the name of a place of the service'),
      address: notPersonal('the address of a place of the service'),
      postcode: notPersonal('the address of a place of the service'),
      arriving: notPersonal('how to get to a place of the service'),
      separate_waiting: notPersonal('whether two people can wait in two rooms of a place'),
      retired_at: notPersonal('when a place stopped being used'),
    },
  },
  venue_former: {
    of: 'service',
    category: 'service.settings',
    rows: { by: 'everyone' },
    columns: {
      id: key(),
      venue_id: key(),
      name: published('the former name of a place of the service'),
      address: published('the former address of a place of the service'),
      postcode: published('the former address of a place of the service'),
      arriving: published('how to get to a place of the service, as it was said before'),
      separate_waiting: published('whether two people could wait in two rooms of a place'),
      until: notPersonal('when a place was described anew', 'server'),
      changed_by: personal('service.settings', ['staff'], { filled: 'server' }),
    },
  },
  outreach_code: {
    of: 'service',
    category: 'service.settings',
    rows: { by: 'everyone' },
    columns: {
      id: key(),
      venue_id: key(),
      code: published('the code of a place in claims for legal aid'),
      in_force_from: published('from when the code counts'),
      recorded_at: notPersonal('when it was recorded', 'server'),
      turn: notPersonal('the running number of a change', 'server'),
      recorded_by: personal('service.settings', ['staff'], { filled: 'server' }),
    },
  },
  travel_time: {
    of: 'service',
    category: 'service.settings',
    rows: { by: 'everyone' },
    columns: {
      id: key(),
      one_venue: key(),
      other_venue: key(),
      minutes: notPersonal('how long it takes from one place of the service to another'),
    },
  },
  room: {
    of: 'service',
    category: 'service.settings',
    rows: { by: 'everyone', alsoParties: true },
    columns: {
      id: key(),
      venue_id: key(),
      name: notPersonal('the name of a room'),
      retired_at: notPersonal('when a room stopped being used'),
    },
  },
  mediator_registration: {
    of: 'staff',
    category: 'staff.registration',
    rows: { by: 'everyone' },
    columns: {
      id: key(),
      staff_id: key('staff'),
      number: personal('staff.registration', ['staff'], { filled: 'once' }),
      kind: personal('staff.registration', ['staff'], { filled: 'once' }),
      valid_until: personal('staff.registration', ['staff'], { filled: 'once' }),
      hears_children: personal('staff.registration', ['staff'], { filled: 'once' }),
      recorded_at: stamp('staff'),
      turn: notPersonal('the running number of a change', 'server'),
      recorded_by: stamp('staff'),
    },
  },
} satisfies Classified<
  Tables,
  | 'setting'
  | 'missed_rule'
  | 'price'
  | 'venue'
  | 'venue_former'
  | 'outreach_code'
  | 'travel_time'
  | 'room'
  | 'mediator_registration'
>
