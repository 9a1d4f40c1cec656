using HotGigs.Infrastructure.Realtime.Connections;

namespace HotGigs.Infrastructure.IntegrationTests.Realtime;

public sealed class MemberGroupsTests
{
    [Fact]
    public void A_group_comes_with_its_first_member_and_goes_with_its_last()
    {
        var groups = new MemberGroups<string, object>();
        object one = new(), two = new();

        groups.TryAdd("room", one);
        groups.TryAdd("room", one);
        groups.TryAdd("room", two);
        Assert.Equal(2, groups.Of("room").Length);
        groups.Remove("room", one);
        groups.Remove("room", one);
        Assert.Same(two, Assert.Single(groups.Of("room").ToArray()));
        groups.Remove("room", two);

        Assert.Empty(groups.Keys);
        Assert.True(groups.Of("room").IsEmpty);
    }

    [Fact]
    public void Whoever_is_sending_is_not_disturbed_by_a_change()
    {
        var groups = new MemberGroups<string, object>();
        object one = new(), two = new();
        groups.TryAdd("room", one);

        var before = groups.Of("room");
        groups.TryAdd("room", two);
        groups.Remove("room", one);

        Assert.Same(one, before[0]);
        Assert.Same(two, groups.Of("room")[0]);
    }

    [Fact]
    public async Task A_limit_holds_however_many_come_at_once()
    {
        var groups = new MemberGroups<string, object>();
        var added = 0;

        await Parallel.ForAsync(0, 1_000, (_, _) =>
        {
            if (groups.TryAdd("ann", new object(), limit: 10))
                Interlocked.Increment(ref added);
            return ValueTask.CompletedTask;
        });

        Assert.Equal(10, added);
        Assert.Equal(10, groups.Of("ann").Length);
    }

    [Fact]
    public async Task Adding_removing_and_sending_at_once_ends_with_exactly_those_who_stayed()
    {
        var groups = new MemberGroups<int, object>();
        var stay = new System.Collections.Concurrent.ConcurrentBag<(int Key, object Member)>();

        await Parallel.ForAsync(0, 20_000, (i, _) =>
        {
            var member = new object();
            var key = i % 7;
            Assert.True(groups.TryAdd(key, member));
            Assert.Contains(member, groups.Of(key).ToArray());
            if (i % 200 == 0)
                stay.Add((key, member));
            else
                groups.Remove(key, member);
            return ValueTask.CompletedTask;
        });

        foreach (var group in stay.GroupBy(each => each.Key, each => each.Member))
            Assert.Equal(group.ToHashSet(), groups.Of(group.Key).ToArray().ToHashSet());
        Assert.Equal(stay.Count, groups.All.Count());
    }
}
