using FluentValidation;
using MediatR;

namespace HotGigs.Application.UnitTests.Common;

/// <summary>A request whose handler does what a test says.</summary>
public sealed record Greet(string? FirstName, int MaxWords, Func<Task<string>>? Do = null) : IRequest<string>;

internal sealed class GreetValidator : AbstractValidator<Greet>
{
    public GreetValidator()
    {
        RuleFor(request => request.FirstName).NotEmpty().MinimumLength(2);
        RuleFor(request => request.MaxWords).GreaterThan(0);
    }
}

internal sealed class GreetHandler : IRequestHandler<Greet, string>
{
    public Task<string> Handle(Greet request, CancellationToken cancellationToken) =>
        request.Do?.Invoke() ?? Task.FromResult($"Hello {request.FirstName}");
}
