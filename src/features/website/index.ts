export { countPageView } from './actions/count-page-view.ts'
