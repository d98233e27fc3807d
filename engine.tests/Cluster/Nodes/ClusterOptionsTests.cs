using Catalog.Shell.Cluster.Nodes;
using Microsoft.Extensions.Options;

namespace Catalog.Engine.Tests.Cluster.Nodes;

public sealed class ClusterOptionsTests
{
    [Fact]
    public void The_defaults_hold() => Assert.True(Validate(new ClusterOptions()).Succeeded);

    [Fact]
    public void Each_setting_that_cannot_work_is_named()
    {
        var options = new ClusterOptions
        {
            Listen = "7946", Advertise = ":1", Url = "node1", Shards = 0, BeatMs = 1_000, LeaseMs = 2_000,
            JoinSeconds = 0,
        };
        string[] failures = [.. Validate(options).Failures!];
        foreach (string setting in (string[])["Listen", "Advertise", "Url", "Shards", "LeaseMs", "JoinSeconds"])
        {
            string start = $"Catalog:Cluster:{setting} ";
            Assert.Single(failures, failure => failure.StartsWith(start, StringComparison.Ordinal));
        }

        Assert.Equal(6, failures.Length);
    }

    [Theory]
    [InlineData("node1")]
    [InlineData("node1:7000")]
    [InlineData("[::1]:7000")]
    public void A_node_is_advertised_by_host_or_host_and_port(string advertise) =>
        Assert.True(Validate(new ClusterOptions { Advertise = advertise }).Succeeded);

    private static ValidateOptionsResult Validate(ClusterOptions options) =>
        new ClusterOptionsValidator().Validate(null, options);
}
