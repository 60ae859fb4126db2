import { describeContract } from "./test-contract";

// What differs in an encoder with a head for tokens, and in an untied decoder, is no matter of the backend: wasm has those.
describeContract("cpu", ["classifier", "encoder-decoder"]);
