using System.Text;
using TypedMetrics.Collectors;

namespace TypedMetrics.Runtime.Tests.Collectors;

public sealed class ProcFormatTests
{
    private const string Tail =
        " S 1 4242 4242 0 -1 4194560 51024 0 12 0 12345 678 0 0 20 0 17 0 8467123 274877906944 33445 18446744073709551615 "
        + "94644992360448 94644992380329 140726303073344 0 0 0 0 4096 17642 0 0 0 17 1 0 0 0 0 0 94644992396336 94644992397952 "
        + "94645696991232 140726303074741 140726303074761 140726303074761 140726303076331 0\n";

    [Theory]
    [InlineData("dotnet")]
    [InlineData("my shop")]
    [InlineData("a) S 1 2 (b")]
    [InlineData(") R 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9")]
    [InlineData("")]
    [InlineData("tab\tnew\nline")]
    public void StatIsReadWhateverTheCommandIsCalled(string command)
    {
        Assert.True(ProcFormat.TryReadStat(Encoding.UTF8.GetBytes($"4242 ({command})" + Tail), out var stat));

        Assert.Equal(new ProcStat(CpuTicks: 12345 + 678, Threads: 17, StartTicks: 8467123, VirtualBytes: 274877906944, ResidentPages: 33445), stat);
    }

    [Theory]
    [InlineData("")]
    [InlineData("4242 dotnet S 1")]
    [InlineData("4242 (dotnet)")]
    [InlineData("4242 (dotnet) S 1 4242 4242 0 -1 4194560 51024 0 12 0 12345")]
    public void StatThatIsCutShortIsNotRead(string text) =>
        Assert.False(ProcFormat.TryReadStat(Encoding.UTF8.GetBytes(text), out _));

    [Theory]
    [InlineData("Max processes             96365                96365                processes \nMax open files            1024                 524288               files     \nMax locked memory         8388608              8388608              bytes     \n", 1024.0)]
    [InlineData("Max open files            unlimited            unlimited            files     \n", double.PositiveInfinity)]
    [InlineData("Max processes             96365                96365                processes \n", null)]
    [InlineData("Max open files            \n", null)]
    [InlineData("", null)]
    public void LimitOfOpenFilesIsTheSoftOne(string text, double? limit) =>
        Assert.Equal(limit, ProcFormat.ReadMaxOpenFiles(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("cpu  1 2 3\nintr 99 0 0 btime 7\nctxt 5\nbtime 1795345111\nprocesses 9\n", 1795345111.0)]
    [InlineData("cpu  1 2 3\n", null)]
    public void BootTimeIsFound(string text, double? seconds) =>
        Assert.Equal(seconds, ProcFormat.ReadBootSeconds(Encoding.UTF8.GetBytes(text)));
}
