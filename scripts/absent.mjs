// Stands in for optional packages that bundled code names but never reaches.
export default {};
