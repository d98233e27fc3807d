using System.Diagnostics;
using System.Numerics;

namespace Catalog.Engine.Core.Time;

public sealed partial class TimerWheel<T>
{
    /// <summary>The slot, counted over all wheels, where a timer due at that tick belongs now.</summary>
    private int SlotOf(long dueTick)
    {
        Debug.Assert(dueTick >= _now, "A timer is never due before the current tick.");
        int wheel = (63 - BitOperations.LeadingZeroCount((ulong)(dueTick ^ _now) | 1)) / DigitBits;
        int digit = (int)(dueTick >> (wheel * DigitBits)) & (SlotsPerWheel - 1);
        return wheel * SlotsPerWheel + digit;
    }

    /// <summary>The first tick of the first occupied slot of a wheel: the current tick with that digit set.</summary>
    private long FirstSlotTick(int wheel, out int slot)
    {
        int digit = BitOperations.TrailingZeroCount(_slots[wheel]);
        slot = wheel * SlotsPerWheel + digit;
        int shift = wheel * DigitBits;

        // The top wheel has the last three bits of a long, so its digits above are empty: shift them out in two steps.
        long above = _now >> shift >> DigitBits << DigitBits;
        return (above | (uint)digit) << shift;
    }

    /// <summary>Deals the timers of a slot that has just been reached to the wheels below, in their order.</summary>
    private void Cascade(int slot)
    {
        int head = _heads[slot];
        int index = head;
        Clear(slot);
        do
        {
            int next = _nodes[index].Next;
            int lower = SlotOf(_nodes[index].DueTick);
            Debug.Assert(lower / SlotsPerWheel < slot / SlotsPerWheel, "Cascading goes down.");
            Append(index, lower);
            index = next;
        }
        while (index != head);
    }

    private void Append(int index, int slot)
    {
        ref Node node = ref _nodes[index];
        int head = _heads[slot];
        if (head == None)
        {
            node.Next = node.Prev = index;
            _heads[slot] = index;
            _slots[slot / SlotsPerWheel] |= 1UL << (slot % SlotsPerWheel);
            _levels |= 1u << (slot / SlotsPerWheel);
            return;
        }

        int tail = _nodes[head].Prev;
        node.Next = head;
        node.Prev = tail;
        _nodes[tail].Next = index;
        _nodes[head].Prev = index;
    }

    private void Remove(int index, int slot)
    {
        Node node = _nodes[index];
        Debug.Assert(_heads[slot] != None, "A set timer's slot is not empty.");
        Debug.Assert(_nodes[node.Next].Prev == index, "Next and Prev are each other's inverse.");
        if (node.Next == index)
        {
            Clear(slot);
            return;
        }

        _nodes[node.Prev].Next = node.Next;
        _nodes[node.Next].Prev = node.Prev;
        if (_heads[slot] == index) _heads[slot] = node.Next;
    }

    private void Clear(int slot)
    {
        int wheel = slot / SlotsPerWheel;
        _heads[slot] = None;
        _slots[wheel] &= ~(1UL << (slot % SlotsPerWheel));
        if (_slots[wheel] == 0) _levels &= ~(1u << wheel);
    }

    private int TakeNode()
    {
        int index = _firstFree;
        if (index == None)
        {
            index = _usedCount++;
            _nodes[index].Generation = 1;
            return index;
        }

        Debug.Assert(_nodes[index].Prev == None, "A free node is in no slot.");
        _firstFree = _nodes[index].Next;
        return index;
    }

    private void Free(int index)
    {
        ref Node node = ref _nodes[index];
        if (++node.Generation == 0) node.Generation = 1;
        node.Payload = default!;
        node.Prev = None;
        node.Next = _firstFree;
        _firstFree = index;
        _count--;
        Debug.Assert(_count >= 0, "No more timers are freed than were set.");
    }

    // mutable: lives in the array of nodes and is changed in place
    private struct Node
    {
        public long DueTick;
        public int Next;
        public int Prev;
        public uint Generation;
        public T Payload;
    }
}
