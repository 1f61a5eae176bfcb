/** Whether a tour is under way, which has keys of its own: driver.js marks the body. */
export const isTouring = (): boolean => document.body.classList.contains("driver-active");
