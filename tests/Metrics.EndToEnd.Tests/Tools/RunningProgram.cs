using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace TypedMetrics.EndToEnd.Tests.Tools;

/// <summary>A program started for one test, with its output; disposing it ends it and what it started.</summary>
internal sealed class RunningProgram : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly string _commandLine;

    private RunningProgram(ProcessStartInfo start, string input)
    {
        _commandLine = $"{start.FileName} {string.Join(' ', start.ArgumentList)}";
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Append(line.Data);
        _process.ErrorDataReceived += (_, line) => Append(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _process.StandardInput.Write(input);
        _process.StandardInput.Close();
    }

    /// <summary>Everything that the program has printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    public static RunningProgram Start(
        string fileName,
        IEnumerable<string> arguments,
        string? folder = null,
        IEnumerable<(string Name, string Value)>? environment = null,
        string input = "")
    {
        var start = new ProcessStartInfo(fileName, arguments)
        {
            WorkingDirectory = folder ?? Path.GetTempPath(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        return new RunningProgram(start, input);
    }

    /// <summary>Runs a program to its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string fileName,
        IEnumerable<string> arguments,
        string? folder = null,
        IEnumerable<(string Name, string Value)>? environment = null,
        string input = "")
    {
        using var program = Start(fileName, arguments, folder, environment, input);
        return (await program.ExitCodeAsync(), program.Output);
    }

    /// <summary>Waits for the end of the program and of its output.</summary>
    public async Task<int> ExitCodeAsync()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        try
        {
            await _process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"'{_commandLine}' did not end within five minutes:\n{Output}");
        }

        return _process.ExitCode;
    }

    /// <summary>Waits until the program has printed something, and returns the first group of the match.</summary>
    public Task<string> PrintedAsync(string pattern) => Eventually.GetAsync(
        $"'{_commandLine}' printing {pattern}",
        () =>
        {
            var ended = _process.HasExited;
            var match = Regex.Match(Output, pattern);
            return match.Success ? Task.FromResult<string?>(match.Groups[1].Value)
                : ended ? throw new InvalidOperationException($"'{_commandLine}' ended with {_process.ExitCode}:\n{Output}")
                : Task.FromResult<string?>(null);
        },
        () => Output);

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private void Append(string? line)
    {
        if (line is not null)
        {
            lock (_output)
            {
                _output.Append(line).Append('\n');
            }
        }
    }
}
