using Catalog.Shell.Auth;
using Catalog.WsGateway;
using Catalog.WsGateway.Topics;

namespace Catalog.Shell.Live;

/// <summary>Where a system says what it does over WebSockets.</summary>
public sealed class LiveRoutes
{
    private readonly Bearer _bearer;

    internal LiveRoutes(Gateway gateway, IServiceProvider services, Bearer bearer)
    {
        (Gateway, Services) = (gateway, services);
        _bearer = bearer;
    }

    /// <summary>The gateway.</summary>
    public Gateway Gateway { get; }

    /// <summary>The server's services.</summary>
    public IServiceProvider Services { get; }

    /// <summary>Makes a rule for topics; see <see cref="Gateway.Topic"/>.</summary>
    public void MapTopic(string pattern, Action<TopicOptions> configure) => Gateway.Topic(pattern, configure);

    /// <summary>
    /// Serves an event with the handler of an HTTP endpoint; as over HTTP, requests do not wait for each other.
    /// </summary>
    /// <exception cref="ArgumentException">Another system has the event.</exception>
    public void MapRequest(string name, LiveEndpoint endpoint) =>
        Gateway.OnRawRequest(
            name, new EndpointOverSocket(endpoint, _bearer, Services).HandleAsync, isIndependent: true);

    /// <summary>Who has signed in on a connection; null for nobody.</summary>
    public static Caller? CallerOf(GatewayConnection connection) => connection.Identity?.Details as Caller?;
}
