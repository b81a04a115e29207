export { enquiryRoutes } from './web/office/enquiry.routes.tsx'
