using TypedMetrics.Server;

namespace TypedMetrics.Runtime.Tests.Server;

public sealed class ContainerDetectionTests
{
    [Theory]
    [InlineData("DOTNET_RUNNING_IN_CONTAINER", "true", true)]
    [InlineData("DOTNET_RUNNING_IN_CONTAINER", "True", true)]
    [InlineData("DOTNET_RUNNING_IN_CONTAINER", "1", true)]
    [InlineData("DOTNET_RUNNING_IN_CONTAINER", "false", false)]
    [InlineData("DOTNET_RUNNING_IN_CONTAINER", "", false)]
    [InlineData("KUBERNETES_SERVICE_HOST", "10.0.0.1", true)]
    [InlineData("HOSTNAME", "docker", false)]
    public void EnvironmentTells(string variable, string value, bool isInContainer) => Assert.Equal(
        isInContainer,
        ContainerDetection.IsInContainer(name => name == variable ? value : null, _ => false, _ => null));

    [Theory]
    [InlineData("/.dockerenv", true)]
    [InlineData("/run/.containerenv", true)]
    [InlineData("/etc/passwd", false)]
    public void MarkerFilesTell(string file, bool isInContainer) => Assert.Equal(
        isInContainer,
        ContainerDetection.IsInContainer(_ => null, path => path == file, _ => null));

    [Theory]
    [InlineData("12:memory:/docker/0123456789abcdef\n11:cpu:/docker/0123456789abcdef\n", true)]
    [InlineData("0::/kubepods.slice/kubepods-besteffort.slice/cri-containerd-0123.scope\n", true)]
    [InlineData("1:name=systemd:/machine.slice/libpod-0123.scope\n", true)]
    [InlineData("0::/init.scope\n", false)]
    [InlineData("12:memory:/\n11:cpu:/\n", false)]
    [InlineData("", false)]
    public void ControlGroupsTell(string groups, bool isInContainer) => Assert.Equal(
        isInContainer,
        ContainerDetection.IsInContainer(_ => null, _ => false, path => path == "/proc/1/cgroup" ? groups : null));
}
