using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.Attributes;

namespace TypedMetrics.Benchmarks;

/// <summary>
/// The rows of benchmark classes in turn, many times, with code that the runtime has compiled for good: <c>passes ScrapeBenchmarks</c>. On a
/// machine whose speed changes while it measures, the best passes compare better than means of rows that ran one after another.
/// </summary>
public static class Passes
{
    private const int Count = 40;

    /// <summary>Prints best and median of one operation in nanoseconds, and their ratios to the class's baseline.</summary>
    /// <param name="names">What the names of the classes begin with.</param>
    public static void Run(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var type in typeof(Passes).Assembly.GetTypes().Where(type => type.Name.StartsWith(name, StringComparison.Ordinal) && Rows(type).Any()))
            {
                var threads = type.GetProperty("Threads");
                foreach (var count in threads is null ? [0] : threads.GetCustomAttribute<ParamsAttribute>()!.Values)
                {
                    var benchmark = Activator.CreateInstance(type)!;
                    threads?.SetValue(benchmark, count);
                    Console.WriteLine(threads is null ? type.Name : string.Create(CultureInfo.InvariantCulture, $"{type.Name}, threads: {count}"));
                    Invoke<GlobalSetupAttribute>(benchmark);
                    Print(benchmark);
                    Invoke<GlobalCleanupAttribute>(benchmark);
                }
            }
        }
    }

    private static void Print(object benchmark)
    {
        var rows = Rows(benchmark.GetType()).ToArray();
        Action[] actions = [.. rows.Select(row => Loop(benchmark, row.Method))];
        WarmCode.Run(actions);
        var times = Array.ConvertAll(rows, _ => new List<double>());
        for (var pass = 0; pass < Count; pass++)
        {
            for (var i = 0; i < rows.Length; i++)
            {
                var start = Stopwatch.GetTimestamp();
                actions[i]();
                times[i].Add(Stopwatch.GetElapsedTime(start).TotalNanoseconds / rows[i].Attribute.OperationsPerInvoke);
            }
        }

        var baseline = Math.Max(0, Array.FindIndex(rows, row => row.Attribute.Baseline));
        Array.ForEach(times, list => list.Sort());
        for (var i = 0; i < rows.Length; i++)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  best {times[i][0],8:F1} ns {times[i][0] / times[baseline][0],6:F2}   median {times[i][Count / 2],8:F1} ns {times[i][Count / 2] / times[baseline][Count / 2],6:F2}   {rows[i].Attribute.Description}"));
        }
    }

    private static IEnumerable<(MethodInfo Method, BenchmarkAttribute Attribute)> Rows(Type type) =>
        from method in type.GetMethods()
        let attribute = method.GetCustomAttribute<BenchmarkAttribute>()
        where attribute is not null
        orderby attribute.SourceCodeLineNumber
        select (method, attribute);

    private static Action Loop(object benchmark, MethodInfo method) =>
        method.ReturnType == typeof(void) ? method.CreateDelegate<Action>(benchmark)
        : method.ReturnType == typeof(Task) ? Waiting(method.CreateDelegate<Func<Task>>(benchmark))
        : () => method.Invoke(benchmark, null);

    private static Action Waiting(Func<Task> action) => () => action().GetAwaiter().GetResult();

    private static void Invoke<TAttribute>(object benchmark)
        where TAttribute : Attribute
    {
        foreach (var method in benchmark.GetType().GetMethods().Where(method => method.GetCustomAttribute<TAttribute>() is not null))
        {
            method.Invoke(benchmark, null);
        }
    }
}
