using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Shards;

namespace Catalog.Engine.Tests.Core.Shards;

public sealed class MailboxConcurrencyTests
{
    [Fact]
    public void A_full_mailbox_refuses_and_takes_again_once_something_left()
    {
        var mailbox = new Mailbox(4);
        for (int i = 0; i < 4; i++) Assert.True(mailbox.TryEnqueue(new Numbered(0, i)));
        Assert.False(mailbox.TryEnqueue(new Numbered(0, 4)));
        Assert.Equal(4, mailbox.Count);
        Assert.Equal(0, ((Numbered)mailbox.TryDequeue()!).Number);
        Assert.True(mailbox.TryEnqueue(new Numbered(0, 4)));
        for (int i = 1; i < 5; i++) Assert.Equal(i, ((Numbered)mailbox.TryDequeue()!).Number);
        Assert.Null(mailbox.TryDequeue());
        Assert.True(mailbox.IsEmpty);
    }

    [Fact]
    public async Task Every_producers_works_come_out_once_and_in_its_order()
    {
        const int producers = 4;
        const int each = 20_000;
        var mailbox = new Mailbox(64);
        Task[] tasks = [.. Enumerable.Range(0, producers).Select(p => Task.Run(() => Produce(mailbox, p, each)))];
        int[] next = new int[producers];
        for (int taken = 0; taken < producers * each;)
        {
            if (mailbox.TryDequeue() is not Numbered work)
            {
                Thread.Yield();
                continue;
            }

            Assert.Equal(next[work.Producer]++, work.Number);
            taken++;
        }

        await Task.WhenAll(tasks);
        Assert.Null(mailbox.TryDequeue());
    }

    [Fact]
    public void Counters_stand_alone_on_their_cache_lines()
    {
        Assert.True(System.Runtime.CompilerServices.Unsafe.SizeOf<PaddedCounter>() >= 384);
        System.Reflection.FieldInfo value = typeof(PaddedCounter).GetField(nameof(PaddedCounter.Value))!;
        var offset = (System.Runtime.InteropServices.FieldOffsetAttribute)value
            .GetCustomAttributes(typeof(System.Runtime.InteropServices.FieldOffsetAttribute), false)[0];
        Assert.InRange(offset.Value, 128, 384 - 128 - sizeof(long));
    }

    private static void Produce(Mailbox mailbox, int producer, int count)
    {
        for (int i = 0; i < count; i++)
        {
            var work = new Numbered(producer, i);
            while (!mailbox.TryEnqueue(work)) Thread.Yield();
        }
    }

    private sealed class Numbered(int producer, int number) : Work
    {
        public int Producer { get; } = producer;

        public int Number { get; } = number;

        public override void Decide(Shard shard)
        {
        }

        public override void Complete()
        {
        }

        public override void Refuse(ReplyStatus status)
        {
        }
    }
}
