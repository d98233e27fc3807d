using Microsoft.AspNetCore.SignalR;

namespace Catalog.Bench.Gateway.Hosts;

/// <summary>A group that everybody may publish to.</summary>
internal sealed class RoomHub : Hub
{
    private const string Room = "room";

    public Task Join() => Groups.AddToGroupAsync(Context.ConnectionId, Room);

    public Task Publish(string text) => Clients.Group(Room).SendAsync("m", text);
}
