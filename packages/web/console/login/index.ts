export { LogInPage } from "./login-page.tsx";
