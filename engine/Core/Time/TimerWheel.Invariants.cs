namespace Catalog.Engine.Core.Time;

public sealed partial class TimerWheel<T>
{
    /// <summary>Checks every invariant the type names, in O(capacity): for tests.</summary>
    /// <exception cref="InvalidOperationException">One does not hold.</exception>
    public void CheckInvariants()
    {
        int armed = 0;
        for (int slot = 0; slot < _heads.Length; slot++) armed += CheckSlot(slot);
        for (int wheel = 0; wheel < Wheels; wheel++)
        {
            bool bit = (_levels >> wheel & 1) != 0;
            Require(bit == (_slots[wheel] != 0), "1: a wheel's bit says whether it is occupied");
        }

        int free = 0;
        for (int i = _firstFree; i != None && free <= Capacity; i = _nodes[i].Next, free++)
            Require(_nodes[i].Prev == None, "5: no node is both free and armed");
        Require(armed == _count && armed + free == _usedCount, "5: armed and free nodes are those used");
    }

    private int CheckSlot(int slot)
    {
        int head = _heads[slot];
        bool bit = (_slots[slot / SlotsPerWheel] >> (slot % SlotsPerWheel) & 1) != 0;
        Require(bit == (head != None), "1: a slot's bit says whether it is occupied");
        if (head == None) return 0;

        int count = 0;
        int index = head;
        do
        {
            ref Node node = ref _nodes[index];
            Require(node.DueTick >= _now && SlotOf(node.DueTick) == slot, "2: a timer lies where its due tick says");
            Require(_nodes[node.Next].Prev == index, "3: next and previous are each other's inverse");
            index = node.Next;
            Require(++count <= Capacity, "3: a slot's list is circular");
        }
        while (index != head);
        return count;
    }

    private static void Require(bool holds, string invariant)
    {
        if (!holds) throw new InvalidOperationException($"Timer wheel invariant {invariant}.");
    }
}
