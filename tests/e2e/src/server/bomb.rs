//! A gzip bomb, made by hand: no compressor makes one of zeros this fast.

/// What one step of the body unpacks to: a copy of 258 bytes from one byte back.
const STEP_BYTES: usize = 258;

/// A gzip file that unpacks to about so many zeros.
pub(super) fn gzip_of_zeros(unpacked_bytes: usize) -> Vec<u8> {
    // RFC 1952: magic, deflate, no flags, no time, no hints, unknown system.
    let mut bytes = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
    let mut bits = Bits::default();
    // RFC 1951: the last block, with the fixed codes; then a literal zero.
    bits.push(0b1, 1);
    bits.push(0b01, 2);
    bits.push_code(0b0011_0000, 8);
    for _ in 0..unpacked_bytes / STEP_BYTES {
        // Length 258 is symbol 285, distance 1 is code 0.
        bits.push_code(0b1100_0101, 8);
        bits.push_code(0, 5);
    }
    // The end of the block. The checksum that follows is wrong; nobody should come this far.
    bits.push_code(0, 7);
    bytes.extend(bits.finish());
    bytes.extend([0; 8]);
    bytes
}

/// Bits packed into bytes from the lowest on.
#[derive(Debug, Default)]
struct Bits {
    bytes: Vec<u8>,
    pending: u32,
    count: u32,
}

impl Bits {
    fn push(&mut self, bits: u32, count: u32) {
        self.pending |= bits << self.count;
        self.count += count;
        while self.count >= 8 {
            let [low, ..] = self.pending.to_le_bytes();
            self.bytes.push(low);
            self.pending >>= 8;
            self.count -= 8;
        }
    }

    /// Huffman codes go in from their highest bit on.
    fn push_code(&mut self, code: u32, length: u32) {
        for at in (0..length).rev() {
            self.push(code >> at & 1, 1);
        }
    }

    fn finish(mut self) -> Vec<u8> {
        self.push(0, 7);
        self.bytes
    }
}
