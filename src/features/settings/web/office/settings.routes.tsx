import type { Reply, Route } from '../../../../platform/web/route.ts'
import { asStaff } from '../../../../platform/web/staff-request.ts'
import type { PurposeKey } from '../../../../policy/vocabulary.ts'
import { isId } from '../../../../values/ids.ts'
import { useAgainOrStop } from '../../actions/change-places.ts'
import { closingPage } from './closing.page.tsx'
import { contactPage } from './details.page.tsx'
import { mediatorList, registrationPage } from './mediators.page.tsx'
import { missedPage } from './missed.page.tsx'
import { hoursPage } from './opening-hours.page.tsx'
import { newPlacePage, newRoomPage, placePage } from './place.page.tsx'
import { outreachPage, travelPage } from './place-details.page.tsx'
import { placeList } from './places.page.tsx'
import { pricesPage } from './prices.page.tsx'
import { settingsIndex } from './settings.page.tsx'
import { settingsFormRoutes } from './settings-form.tsx'
import type { SettingsTools } from './tools.ts'
import { wordingList, wordingPage } from './wording.page.tsx'

/** All pages under /office/settings. */
export const settingsRoutes = (tools: SettingsTools): Route<PurposeKey>[] => [
  settingsIndex(),
  ...settingsFormRoutes(contactPage(tools), tools.changed),
  ...settingsFormRoutes(hoursPage(tools), tools.changed),
  ...settingsFormRoutes(closingPage(tools), tools.changed),
  ...settingsFormRoutes(pricesPage(tools), tools.changed),
  ...settingsFormRoutes(missedPage(tools), tools.changed),
  wordingList(),
  ...settingsFormRoutes(wordingPage(tools), tools.changed),
  placeList(),
  ...settingsFormRoutes(newPlacePage(), tools.changed),
  ...settingsFormRoutes(placePage(tools), tools.changed),
  ...settingsFormRoutes(newRoomPage(), tools.changed),
  ...settingsFormRoutes(outreachPage(), tools.changed),
  ...settingsFormRoutes(travelPage(), tools.changed),
  useRoute('venue', '/office/settings/places/:id/use', tools.changed),
  useRoute('room', '/office/settings/rooms/:id/use', tools.changed),
  mediatorList(tools),
  ...settingsFormRoutes(registrationPage(tools), tools.changed),
]

/** A button that stops or resumes the use of a place or a room. */
const useRoute = (what: 'venue' | 'room', path: string, changed: () => void): Route<PurposeKey> => ({
  method: 'POST',
  path,
  area: 'office',
  purpose: 'administration',
  entry: 'purpose',
  handle: async (request): Promise<Reply> => {
    const { id } = request.params
    const { use } = request.form.values
    if (!isId(id) || (use !== 'yes' && use !== 'no')) return { notFound: true }
    const act = { key: request.form.key, what, id, inUse: use === 'yes' }
    const outcome = await useAgainOrStop(request.desk, asStaff(request).staff.id, act)
    if (outcome.done) changed()
    else if (outcome.reason === 'noSuch') return { notFound: true }
    return { redirect: `/office/settings/places?${outcome.done ? 'saved=places' : 'problem=name'}` }
  },
})
