// What bundlers make of a file that is not theirs: its address.
declare const address: string;
export default address;
