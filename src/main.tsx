import "./app/tokens.css";
import "./app/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Page } from "#app/page.tsx";
import { connectAddress, readAddress } from "#state/address.ts";
import { createApp } from "#state/app.ts";

const { link, problems } = await readAddress();
const app = createApp(link, problems);
connectAddress(app);

const root = document.getElementById("app");
if (root === null) throw new Error("index.html has no #app");
createRoot(root).render(
  <StrictMode>
    <Page app={app} />
  </StrictMode>,
);
