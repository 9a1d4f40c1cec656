namespace HotGigs.Client.Tests;

public sealed class DependencyTests
{
    [Fact]
    public void The_client_needs_nothing_but_the_framework() =>
        Assert.All(
            typeof(HotGigsClient).Assembly.GetReferencedAssemblies(),
            reference => Assert.True(reference.Name!.StartsWith("System.", StringComparison.Ordinal), $"It uses {reference.Name}."));
}
