import { describeContract } from "./test-contract";

// Options differ in the decoder too, and wasm has all models with all options: here it is the plain operations that count.
describeContract("cpu", ["classifier", "encoder-decoder"], "defaults");
