using Catalog.Engine.Booking;
using Catalog.Engine.Core.Machines;

namespace Catalog.Engine.Tests.Cluster.Nodes;

public sealed class ForwardedBookingTests
{
    [Fact]
    public async Task Every_command_of_booking_is_answered_through_another_node_as_it_is_directly()
    {
        await using LinkNode alone = await LinkNode.StartAsync(owns: true);
        await using LinkNode owner = await LinkNode.StartAsync(owns: true);
        await using LinkNode asker = await LinkNode.StartAsync(owns: false);
        asker.Believe(owner.Address);
        var directly = new BookingScript(alone);
        var throughAnother = new BookingScript(asker);

        await directly.RunAsync();
        await throughAnother.RunAsync();

        Assert.Equal(directly.Answers, throughAnother.Answers);
        Assert.Contains("=NotOpen", directly.Answers[0]);
        string[] refused = [.. directly.Answers.Where(IsRefusal).Select(static each => each.Split(':')[0])];
        Assert.Equal(
            ["ReserveSeats", "ReserveSeats", "ReleaseHold", "CancelBooking", "RemoveTheater"], refused);
        Type[] forgotten = [.. AllCommands().Except(directly.Commands)];
        Assert.Empty(forgotten);
        Assert.Equal(
            owner.Engine.Storage.Journal.CommittedPosition, alone.Engine.Storage.Journal.CommittedPosition);
        Assert.Equal(0, asker.Engine.Storage.Journal.CommittedPosition);
    }

    private static bool IsRefusal(string answer) =>
        !answer.Contains("=Ok;", StringComparison.Ordinal) && !answer.Contains("=Done;", StringComparison.Ordinal);

    private static IEnumerable<Type> AllCommands() =>
        new[] { typeof(ShowtimeMachine), typeof(CatalogueMachine) }
            .SelectMany(static machine => machine.GetInterfaces())
            .Where(static each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IDecider<,,>))
            .Select(static each => each.GetGenericArguments()[1]);
}
