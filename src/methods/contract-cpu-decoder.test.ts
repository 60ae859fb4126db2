import { describeContract } from "./test-contract";

describeContract("cpu", ["decoder"]);
