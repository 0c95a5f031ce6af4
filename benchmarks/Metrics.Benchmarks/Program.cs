using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using TypedMetrics.Benchmarks;

if (args is ["passes", .. var names])
{
    Passes.Run(names);
    return;
}

// In this process: the project that BenchmarkDotNet would generate beside it cannot be restored under central package
// versions with warnings as errors. Options on the command line (a longer job, say) come on top.
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(
    args,
    DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)));
