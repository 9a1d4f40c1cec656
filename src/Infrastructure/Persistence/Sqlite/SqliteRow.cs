using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace HotGigs.Infrastructure.Persistence.Sqlite;

/// <summary>The columns of an entity's table, as the model has them, with the statements that write a row.</summary>
internal sealed class SqliteRow
{
    private const string Annotation = "HotGigs:Row";

    private readonly Func<object, object?>[] values;
    private readonly string[] parameters;

    private SqliteRow(IEntityType entity)
    {
        var table = entity.GetTableName()!;
        var columns = ColumnsOf(entity, StoreObjectIdentifier.Table(table, entity.GetSchema()), [])
            .Select((column, index) => (column.Name, column.Value, Parameter: $"@p{index}", column.IsKey))
            .ToList();
        values = [.. columns.Select(column => column.Value)];
        parameters = [.. columns.Select(column => column.Parameter)];
        Insert = $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))}) VALUES ({string.Join(", ", parameters)})";
        Update = $"UPDATE \"{table}\" SET {Assign(", ", isKey: false)} WHERE {Assign(" AND ", isKey: true)}";

        string Assign(string separator, bool isKey) => string.Join(
            separator, columns.Where(column => column.IsKey == isKey).Select(column => $"\"{column.Name}\" = {column.Parameter}"));
    }

    /// <summary>Inserts a row.</summary>
    public string Insert { get; }

    /// <summary>Writes all columns of the row with the same key.</summary>
    public string Update { get; }

    public static SqliteRow Of(IEntityType entity) =>
        entity.GetOrAddRuntimeAnnotationValue(Annotation, static entity => new SqliteRow(entity!), entity);

    /// <summary>Sets the parameters of a statement to the values of an entity.</summary>
    public void Fill(DbParameterCollection target, object entity)
    {
        if (target.Count == 0)
        {
            foreach (var parameter in parameters)
                target.Add(new SqliteParameter { ParameterName = parameter });
        }

        for (var index = 0; index < values.Length; index++)
            target[index].Value = values[index](entity) ?? DBNull.Value;
    }

    private static IEnumerable<(string Name, Func<object, object?> Value, bool IsKey)> ColumnsOf(
        ITypeBase type, StoreObjectIdentifier table, IReadOnlyList<IComplexProperty> path)
    {
        foreach (var property in type.GetProperties())
        {
            var name = property.GetColumnName(table) ?? throw new InvalidOperationException($"{property.Name} has no column.");
            var read = Read(path, property);
            var converter = property.GetRelationalTypeMapping().Converter;
            yield return (name, converter is null ? read : entity => converter.ConvertToProvider(read(entity)), property.IsPrimaryKey());
        }

        foreach (var part in type.GetComplexProperties())
        {
            foreach (var column in ColumnsOf(part.ComplexType, table, [.. path, part]))
                yield return column;
        }
    }

    /// <summary>Reads a property, <c>null</c> where what it belongs to is.</summary>
    private static Func<object, object?> Read(IReadOnlyList<IComplexProperty> path, IProperty property)
    {
        var entity = Expression.Parameter(typeof(object));
        var root = path.Count > 0 ? path[0].DeclaringType.ClrType : property.DeclaringType.ClrType;
        var nothing = Expression.Constant(null, typeof(object));
        var value = Step(Expression.Convert(entity, root), 0);
        return Expression.Lambda<Func<object, object?>>(value, entity).Compile();

        Expression Step(Expression owner, int depth)
        {
            if (depth == path.Count)
                return Expression.Convert(Expression.Property(owner, property.PropertyInfo!), typeof(object));

            var part = Expression.Property(owner, path[depth].PropertyInfo!);
            var next = Step(part, depth + 1);
            return part.Type.IsValueType ? next : Expression.Condition(Expression.Equal(part, Expression.Constant(null, part.Type)), nothing, next);
        }
    }
}
