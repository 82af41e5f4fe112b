"""Renders the sample products of the gallery and the cut-out bench. Run: blender -b -P sample-products.py -- OUT [name ...]

Each product gets a photo on a plain studio ground (NAME.png) and its exact mask (NAME-mask.png).
Everything is modelled here by hand; the pictures are dedicated to the public domain (CC0).
"""
import math
import os
import sys

import bmesh
import bpy
from mathutils import Vector
from mathutils.bvhtree import BVHTree

SIZE = int(os.environ.get("SIZE", 1280))
SAMPLES = int(os.environ.get("SAMPLES", 80))


def clear():
    bpy.ops.wm.read_factory_settings(use_empty=True)


def material(name, color, metallic=0.0, roughness=0.4, transmission=0.0, clearcoat=0.0, bump=None, subsurface=0.0):
    mat = bpy.data.materials.new(name)
    mat.use_nodes = True
    nodes, links = mat.node_tree.nodes, mat.node_tree.links
    shader = nodes["Principled BSDF"]
    shader.inputs["Base Color"].default_value = (*color, 1)
    shader.inputs["Metallic"].default_value = metallic
    shader.inputs["Roughness"].default_value = roughness
    shader.inputs["Transmission"].default_value = transmission
    shader.inputs["Clearcoat"].default_value = clearcoat
    shader.inputs["Subsurface"].default_value = subsurface
    if bump:
        scale, strength = bump
        noise = nodes.new("ShaderNodeTexVoronoi" if scale > 60 else "ShaderNodeTexNoise")
        noise.inputs["Scale"].default_value = scale
        node = nodes.new("ShaderNodeBump")
        node.inputs["Strength"].default_value = strength
        node.inputs["Distance"].default_value = 0.02
        links.new(noise.outputs[0], node.inputs["Height"])
        links.new(node.outputs[0], shader.inputs["Normal"])
    return mat


def finish(obj, mat, smooth=True, bevel=0.0, subdivide=0):
    obj.data.materials.append(mat)
    if bevel:
        mod = obj.modifiers.new("bevel", "BEVEL")
        mod.width, mod.segments, mod.limit_method = bevel, 4, "ANGLE"
    if subdivide:
        mod = obj.modifiers.new("subdivide", "SUBSURF")
        mod.levels = mod.render_levels = subdivide
    if smooth and hasattr(obj.data, "polygons"):
        for polygon in obj.data.polygons:
            polygon.use_smooth = True
        obj.data.use_auto_smooth = True
        obj.data.auto_smooth_angle = math.radians(40)
    return obj


def mesh(name, vertices, faces):
    data = bpy.data.meshes.new(name)
    data.from_pydata(vertices, [], faces)
    data.update()
    obj = bpy.data.objects.new(name, data)
    bpy.context.collection.objects.link(obj)
    return obj


def lathe(name, profile, segments=96):
    """A body turned about Z from (radius, height) pairs."""
    vertices, faces = [], []
    for r, z in profile:
        for s in range(segments):
            a = 2 * math.pi * s / segments
            vertices.append((r * math.cos(a), r * math.sin(a), z))
    for i in range(len(profile) - 1):
        for s in range(segments):
            t = (s + 1) % segments
            faces.append((i * segments + s, i * segments + t, (i + 1) * segments + t, (i + 1) * segments + s))
    return mesh(name, vertices, faces)


def box(size, at, rotation=(0, 0, 0)):
    bpy.ops.mesh.primitive_cube_add(size=1, location=at, rotation=rotation)
    obj = bpy.context.object
    obj.scale = size
    bpy.ops.object.transform_apply(location=False, rotation=False, scale=True)
    return obj


def cylinder(radius, depth, at, rotation=(0, 0, 0), vertices=96):
    bpy.ops.mesh.primitive_cylinder_add(radius=radius, depth=depth, location=at, rotation=rotation, vertices=vertices)
    return bpy.context.object


def torus(major, minor, at, rotation=(0, 0, 0)):
    bpy.ops.mesh.primitive_torus_add(
        major_radius=major, minor_radius=minor, location=at, rotation=rotation, major_segments=128, minor_segments=24
    )
    return bpy.context.object


def lettering(text, size, at, mat, rotation=(math.pi / 2, 0, 0), spacing=1.0):
    bpy.ops.object.text_add(location=at, rotation=rotation)
    obj = bpy.context.object
    obj.data.body, obj.data.size, obj.data.extrude = text, size, 0.001
    obj.data.align_x, obj.data.align_y, obj.data.space_character = "CENTER", "CENTER", spacing
    obj.data.materials.append(mat)
    return obj


def tube(points, radius, mat):
    curve = bpy.data.curves.new("tube", "CURVE")
    curve.dimensions, curve.bevel_depth, curve.bevel_resolution, curve.use_fill_caps = "3D", radius, 6, True
    spline = curve.splines.new("BEZIER")
    spline.bezier_points.add(len(points) - 1)
    for point, at in zip(spline.bezier_points, points):
        point.co = at
        point.handle_left_type = point.handle_right_type = "AUTO"
    obj = bpy.data.objects.new("tube", curve)
    bpy.context.collection.objects.link(obj)
    curve.materials.append(mat)
    return obj


def serum():
    """A frosted rose serum bottle with a dropper."""
    body = material("body", (0.86, 0.50, 0.42), roughness=0.28, clearcoat=0.5, subsurface=0.15)
    gold = material("gold", (0.9, 0.62, 0.32), metallic=1, roughness=0.22)
    rubber = material("rubber", (0.93, 0.88, 0.84), roughness=0.5)
    ink = material("ink", (0.22, 0.06, 0.05), roughness=0.5)
    finish(lathe("body", [(0, 0), (0.34, 0), (0.4, 0.012), (0.42, 0.05), (0.42, 0.92), (0.40, 0.99), (0.33, 1.05), (0.2, 1.09), (0.17, 1.12), (0.17, 1.2), (0, 1.2)]), body)
    finish(cylinder(0.2, 0.2, (0, 0, 1.24)), gold, bevel=0.015)
    finish(lathe("bulb", [(0, 1.72), (0.06, 1.715), (0.105, 1.68), (0.12, 1.6), (0.12, 1.44), (0.135, 1.4), (0.14, 1.34), (0, 1.34)]), rubber, subdivide=1)
    lettering("LUMÉA", 0.16, (0, -0.4225, 0.62), ink, spacing=1.25)
    lettering("rose serum  30 ml", 0.052, (0, -0.4225, 0.48), ink, spacing=1.15)
    return dict(target=(0, 0, 0.84), distance=5.6, height=0.32, ground=(0.82, 0.80, 0.79))


def watch():
    """A gold watch, seen from the front, straps up and down."""
    gold = material("gold", (0.95, 0.66, 0.28), metallic=1, roughness=0.18)
    brushed = material("brushed", (0.93, 0.66, 0.3), metallic=1, roughness=0.34)
    dial = material("dial", (0.012, 0.02, 0.05), metallic=0.4, roughness=0.25, clearcoat=1)
    leather = material("leather", (0.075, 0.028, 0.016), roughness=0.42, bump=(28, 0.5))
    stitch = material("stitch", (0.55, 0.38, 0.2), roughness=0.7)
    front = (math.pi / 2, 0, 0)
    z = 1.0
    finish(cylinder(0.5, 0.16, (0, 0, z), front), gold, bevel=0.03)
    finish(torus(0.455, 0.045, (0, -0.085, z), front), gold)
    finish(cylinder(0.425, 0.02, (0, -0.085, z), front), dial)
    for hour in range(12):
        a = hour * math.pi / 6
        long = 0.1 if hour % 3 == 0 else 0.065
        at = (0.345 * math.sin(a), -0.1, z + 0.345 * math.cos(a))
        finish(box((0.028 if hour % 3 == 0 else 0.018, 0.012, long), at, (0, a, 0)), gold, bevel=0.003)
    for minute in range(60):
        a = minute * math.pi / 30
        finish(box((0.006, 0.004, 0.02), (0.405 * math.sin(a), -0.097, z + 0.405 * math.cos(a)), (0, a, 0)), brushed)
    for angle, length, width in ((math.radians(-58), 0.2, 0.03), (math.radians(60), 0.3, 0.022)):
        at = (math.sin(angle) * length / 2.3, -0.115, z + math.cos(angle) * length / 2.3)
        finish(box((width, 0.008, length), at, (0, angle, 0)), gold, bevel=0.003)
    finish(box((0.006, 0.006, 0.36), (0.03, -0.125, z - 0.1), (0, math.radians(165), 0)), gold)
    finish(cylinder(0.026, 0.02, (0, -0.124, z), front), gold, bevel=0.004)
    lettering("AURELIO", 0.052, (0, -0.0965, z + 0.17), gold, spacing=1.2)
    finish(cylinder(0.06, 0.09, (0.555, 0, z), (0, math.pi / 2, 0), 32), brushed, bevel=0.01)
    for side in (-1, 1):
        for x in (-0.25, 0.25):
            finish(box((0.1, 0.13, 0.2), (x, 0.0, z + side * 0.5), (0, 0, 0)), gold, bevel=0.03)
        strap = []
        for i in range(15):
            t = i / 14
            half = 0.21 - 0.045 * t
            zz = z + side * (0.5 + 0.62 * t)
            y = 0.02 + 0.34 * t**2.2
            strap += [(-half, y - 0.035, zz), (half, y - 0.035, zz), (half, y + 0.035, zz), (-half, y + 0.035, zz)]
        faces = [(4 * i + k, 4 * i + (k + 1) % 4, 4 * i + 4 + (k + 1) % 4, 4 * i + 4 + k) for i in range(14) for k in range(4)]
        finish(mesh("strap", strap, faces + [(0, 3, 2, 1), (56, 57, 58, 59)]), leather, bevel=0.016, subdivide=1)
        for i in range(16):
            t = (i + 0.6) / 17
            half = 0.178 - 0.045 * t
            y = 0.02 + 0.34 * t**2.2 - 0.04
            for x in (-half, half):
                finish(box((0.012, 0.012, 0.022), (x, y, z + side * (0.5 + 0.62 * t))), stitch, bevel=0.003)
    return dict(target=(0, 0, 1.0), distance=6.6, height=0.12, ground=(0.80, 0.79, 0.78))


def overlay(outline, target, mat, thickness=0.014, step=0.045):
    """A flat piece sewn onto one side of a body: its outline in the XZ plane, pressed against the body from the front."""
    shape = bmesh.new()
    shape.faces.new([shape.verts.new((x, -2, z)) for x, z in outline])
    for axis in (0, 2):
        values = [p[axis // 2] for p in outline]
        at = min(values) + step
        while at < max(values):
            normal = (1, 0, 0) if axis == 0 else (0, 0, 1)
            place = (at, 0, 0) if axis == 0 else (0, 0, at)
            bmesh.ops.bisect_plane(shape, geom=shape.verts[:] + shape.edges[:] + shape.faces[:], plane_co=place, plane_no=normal)
            at += step
    surface = BVHTree.FromObject(target, bpy.context.evaluated_depsgraph_get())
    for vertex in shape.verts[:]:
        hit = surface.ray_cast(vertex.co, (0, 1, 0))[0]
        if hit:
            vertex.co = hit
        else:
            shape.verts.remove(vertex)
    data = bpy.data.meshes.new("overlay")
    shape.to_mesh(data)
    shape.free()
    obj = bpy.data.objects.new("overlay", data)
    bpy.context.collection.objects.link(obj)
    solid = obj.modifiers.new("solid", "SOLIDIFY")
    solid.thickness, solid.offset = thickness, 0
    return finish(obj, mat, bevel=0.005)


def smooth_outline(points, per_edge=8):
    """A closed Catmull-Rom curve through the points."""
    out, n = [], len(points)
    for i in range(n):
        p0, p1, p2, p3 = (points[(i + k - 1) % n] for k in range(4))
        for j in range(per_edge):
            t = j / per_edge
            out.append(tuple(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3) for a, b, c, d in zip(p0, p1, p2, p3)))
    return out


def shoe():
    """A running shoe, seen from the side."""
    knit = material("knit", (0.9, 0.13, 0.035), roughness=0.85, bump=(150, 0.55))
    toe = material("toe", (0.62, 0.07, 0.025), roughness=0.6)
    heel = material("heel", (0.025, 0.032, 0.075), roughness=0.35, clearcoat=0.3)
    foam = material("foam", (0.9, 0.89, 0.86), roughness=0.55)
    rubber = material("rubber", (0.03, 0.03, 0.04), roughness=0.6)
    white = material("white", (0.92, 0.92, 0.9), roughness=0.5)
    lace = material("lace", (0.93, 0.93, 0.92), roughness=0.8, bump=(110, 0.4))
    lining = material("lining", (0.03, 0.032, 0.05), roughness=0.95)
    ring = 28

    def loft(name, stations, mat):
        """Stations along X: (x, centre z, half width, height below, height above, squareness)."""
        vertices, faces = [], []
        for x, zc, w, down, up, power in stations:
            for k in range(ring):
                a = 2 * math.pi * k / ring
                c, s = math.cos(a), math.sin(a)
                e = 2 / power
                y = w * math.copysign(abs(c) ** e, c)
                zz = zc + (up if s > 0 else down) * math.copysign(abs(s) ** e, s)
                vertices.append((x, y, zz))
        n = len(stations)
        for i in range(n - 1):
            for k in range(ring):
                faces.append((i * ring + k, i * ring + (k + 1) % ring, (i + 1) * ring + (k + 1) % ring, (i + 1) * ring + k))
        faces += [tuple(range(ring)), tuple(reversed(range((n - 1) * ring, n * ring)))]
        return finish(mesh(name, vertices, faces), mat, subdivide=3)

    # Midsole: thick at the heel, a rocker at the toe, a groove along its side.
    sole = loft("sole", [(-1.5, 0.36, 0.1, 0.1, 0.12, 3), (-1.44, 0.27, 0.3, 0.18, 0.22, 3.5), (-1.1, 0.2, 0.38, 0.17, 0.2, 4.5), (-0.3, 0.17, 0.36, 0.13, 0.17, 5), (0.4, 0.17, 0.42, 0.12, 0.14, 5), (0.95, 0.21, 0.42, 0.12, 0.13, 4.5), (1.28, 0.3, 0.33, 0.12, 0.12, 3.5), (1.46, 0.39, 0.14, 0.07, 0.08, 3)], foam)
    overlay(smooth_outline([(-1.3, 0.235), (-0.6, 0.2), (0.2, 0.175), (0.75, 0.185), (0.2, 0.15), (-0.6, 0.165), (-1.3, 0.2)]), sole, heel, thickness=0.012)
    loft("outsole", [(-1.38, 0.12, 0.24, 0.03, 0.05, 3.5), (-1.0, 0.04, 0.36, 0.03, 0.05, 5), (-0.3, 0.055, 0.33, 0.025, 0.04, 5), (0.4, 0.055, 0.4, 0.025, 0.05, 5), (0.95, 0.095, 0.39, 0.03, 0.05, 5), (1.32, 0.22, 0.26, 0.03, 0.05, 4)], rubber)
    # Upper: heel, the dip at the ankle, throat, vamp, a round toe.
    upper = loft("upper", [(-1.4, 0.7, 0.1, 0.34, 0.34, 2.4), (-1.33, 0.7, 0.25, 0.4, 0.44, 2.6), (-1.05, 0.62, 0.33, 0.4, 0.42, 3), (-0.72, 0.58, 0.34, 0.4, 0.36, 2.8), (-0.45, 0.56, 0.34, 0.38, 0.44, 2.4), (-0.15, 0.53, 0.35, 0.36, 0.40, 2.2), (0.3, 0.46, 0.39, 0.3, 0.30, 2.2), (0.72, 0.42, 0.4, 0.26, 0.25, 2.2), (1.08, 0.41, 0.38, 0.22, 0.23, 2.3), (1.3, 0.41, 0.3, 0.16, 0.19, 2.2), (1.44, 0.41, 0.12, 0.1, 0.1, 2)], knit)
    loft("collar", [(-1.3, 1.1, 0.1, 0.05, 0.06, 2), (-1.18, 1.05, 0.24, 0.07, 0.06, 2.3), (-0.9, 0.99, 0.28, 0.08, 0.05, 2.4), (-0.62, 0.97, 0.25, 0.08, 0.05, 2.2), (-0.5, 0.99, 0.14, 0.05, 0.03, 2)], lining)
    loft("tongue", [(-0.68, 1.2, 0.12, 0.03, 0.03, 2.4), (-0.6, 1.17, 0.2, 0.05, 0.05, 2.6), (-0.42, 1.05, 0.21, 0.06, 0.05, 2.4), (-0.1, 0.9, 0.19, 0.06, 0.05, 2.4), (0.3, 0.72, 0.15, 0.06, 0.04, 2.4)], heel)
    # Sewn-on parts: heel counter, toe cap, the band that carries the eyelets, and a mark of two slanted bars.
    overlay(smooth_outline([(-1.46, 0.3), (-1.42, 0.8), (-1.3, 1.06), (-1.12, 0.98), (-1.08, 0.7), (-0.86, 0.45), (-0.72, 0.3)]), upper, heel, thickness=0.02)
    overlay(smooth_outline([(1.4, 0.34), (1.37, 0.45), (1.24, 0.545), (1.02, 0.575), (1.05, 0.45), (0.94, 0.3)]), upper, toe, thickness=0.016)
    overlay(smooth_outline([(-0.52, 0.97), (-0.2, 0.875), (0.1, 0.755), (0.38, 0.66), (0.46, 0.58), (0.3, 0.54), (0.06, 0.62), (-0.26, 0.74), (-0.56, 0.8), (-0.62, 0.9)]), upper, heel, thickness=0.018)
    for shift in (0.0, 0.2):
        overlay(smooth_outline([(-0.66 + shift, 0.34), (-0.52 + shift, 0.46), (-0.38 + shift, 0.62), (-0.28 + shift, 0.76), (-0.2 + shift, 0.74), (-0.28 + shift, 0.56), (-0.42 + shift, 0.42), (-0.54 + shift, 0.32)]), upper, white, thickness=0.02)
    # Laces: flat bands over the tongue from eyelet to eyelet, and a bow.
    for i in range(6):
        t = i / 5
        x, z = -0.47 + 0.78 * t, 0.885 - 0.29 * t
        top = 1.07 - 0.33 * t
        band = tube([(x, -0.36, z), (x + 0.015, -0.27, z + 0.09), (x + 0.03, -0.1, top), (x + 0.05, 0.1, top), (x + 0.06, 0.27, z + 0.09)], 0.026, lace)
        finish(torus(0.026, 0.009, (x, -0.352, z - 0.005), (math.radians(75), 0, 0)), white)
        band.scale = (1, 1, 1)
    for points in (
        [(-0.44, -0.12, 1.09), (-0.5, -0.26, 1.12), (-0.4, -0.34, 1.04), (-0.36, -0.26, 1.0), (-0.42, -0.14, 1.07)],
        [(-0.44, -0.12, 1.09), (-0.34, -0.24, 1.1), (-0.2, -0.32, 1.0), (-0.24, -0.27, 0.96), (-0.4, -0.14, 1.06)],
        [(-0.44, -0.13, 1.09), (-0.46, -0.3, 1.04), (-0.43, -0.38, 0.93)],
        [(-0.42, -0.13, 1.09), (-0.3, -0.32, 0.99), (-0.24, -0.39, 0.86)],
    ):
        tube(points, 0.019, lace)
    finish(ball((0.035, 0.03, 0.03), (-0.43, -0.14, 1.085), lace), lace)
    # A pull loop at the heel.
    tube([(-1.38, 0, 0.98), (-1.46, 0, 1.08), (-1.42, 0, 1.18), (-1.33, 0, 1.12)], 0.02, toe)
    return dict(target=(0.0, 0, 0.6), distance=7.4, height=0.34, ground=(0.78, 0.80, 0.82), turn=-14)


def headphones():
    """Matte black headphones with copper rings."""
    black = material("black", (0.018, 0.018, 0.02), roughness=0.38, clearcoat=0.2)
    soft = material("soft", (0.025, 0.024, 0.024), roughness=0.7, bump=(30, 0.25))
    copper = material("copper", (0.95, 0.5, 0.3), metallic=1, roughness=0.22)
    for side in (-1, 1):
        turn = (0, math.pi / 2, math.radians(side * 8))
        finish(cylinder(0.4, 0.2, (side * 0.78, 0, 0.5), turn), black, bevel=0.07)
        finish(torus(0.3, 0.115, (side * 0.62, 0, 0.5), turn), soft)
        finish(torus(0.355, 0.018, (side * 0.885, 0, 0.5), turn), copper)
        finish(cylinder(0.2, 0.03, (side * 0.895, 0, 0.5), turn), copper, bevel=0.01)
        tube([(side * 0.83, 0, 0.62), (side * 0.9, 0, 0.95), (side * 0.86, 0, 1.2)], 0.045, copper)
    arc = [(0.86 * math.cos(a), 0, 1.15 + 0.72 * math.sin(a)) for a in [math.pi * i / 8 for i in range(9)]]
    band = tube(arc, 0.075, soft)
    band.data.bevel_resolution = 10
    tube([(x * 1.03, y, z + 0.03) for x, y, z in arc], 0.05, black)
    return dict(target=(0, 0, 0.97), distance=7.6, height=0.16, ground=(0.83, 0.83, 0.84), turn=24)


def perfume():
    """A clear glass flacon with amber liquid and a black cap."""
    glass = material("glass", (1, 1, 1), roughness=0.02, transmission=1)
    liquid = material("liquid", (0.98, 0.66, 0.25), roughness=0.0, transmission=0.9)
    cap = material("cap", (0.02, 0.02, 0.022), roughness=0.2, clearcoat=1)
    gold = material("gold", (0.95, 0.7, 0.35), metallic=1, roughness=0.2)
    ink = material("ink", (0.03, 0.02, 0.02), roughness=0.4)
    finish(box((0.9, 0.42, 1.05), (0, 0, 0.525)), glass, bevel=0.06)
    finish(box((0.74, 0.27, 0.78), (0, 0, 0.5)), liquid, bevel=0.04)
    finish(cylinder(0.15, 0.12, (0, 0, 1.1)), gold, bevel=0.01)
    finish(box((0.42, 0.36, 0.42), (0, 0, 1.36)), cap, bevel=0.03)
    lettering("NOCTURNE", 0.1, (0, -0.2125, 0.56), ink, spacing=1.3)
    lettering("eau de parfum", 0.045, (0, -0.2125, 0.44), ink, spacing=1.1)
    return dict(target=(0, 0, 0.78), distance=5.8, height=0.2, ground=(0.84, 0.83, 0.82), turn=-16)


def carton():
    """A cream tea carton with a green band."""
    paper = material("paper", (0.90, 0.84, 0.70), roughness=0.7, bump=(120, 0.05))
    green = material("green", (0.05, 0.22, 0.13), roughness=0.6)
    ink = material("ink", (0.04, 0.15, 0.09), roughness=0.6)
    finish(box((0.9, 0.6, 1.3), (0, 0, 0.65)), paper, bevel=0.012)
    finish(box((0.904, 0.604, 0.34), (0, 0, 0.3)), green, bevel=0.01)
    lettering("SENCHA", 0.2, (0, -0.3035, 0.92), ink, spacing=1.1)
    lettering("green tea  20 bags", 0.062, (0, -0.3035, 0.74), ink, spacing=1.1)
    return dict(target=(0, 0, 0.64), distance=5.6, height=0.9, ground=(0.80, 0.81, 0.80), turn=-28)


def white_tube():
    """A white cream tube standing on its cap, on a white ground."""
    white = material("white", (0.93, 0.93, 0.93), roughness=0.3, clearcoat=0.4)
    cap = material("cap", (0.88, 0.88, 0.88), roughness=0.35)
    ink = material("ink", (0.1, 0.25, 0.4), roughness=0.5)
    ring = 48
    vertices, faces = [], []
    for i in range(14):
        t = i / 13
        w, d = 0.34 + 0.06 * t, 0.34 * (1 - t) ** 0.75 + 0.012
        for k in range(ring):
            a = 2 * math.pi * k / ring
            vertices.append((w * math.cos(a), d * math.sin(a), 0.34 + 1.3 * t))
    for i in range(13):
        for k in range(ring):
            faces.append((i * ring + k, i * ring + (k + 1) % ring, (i + 1) * ring + (k + 1) % ring, (i + 1) * ring + k))
    faces.append(tuple(reversed(range(13 * ring, 14 * ring))))
    finish(mesh("tube", vertices, faces), white, subdivide=1)
    finish(cylinder(0.3, 0.34, (0, 0, 0.17)), cap, bevel=0.02)
    lettering("DERMA", 0.17, (0, -0.36, 0.95), ink, rotation=(math.radians(80), 0, 0), spacing=1.2)
    return dict(target=(0, 0, 0.82), distance=5.9, height=0.25, ground=(0.93, 0.93, 0.93))


def lamp():
    """A desk lamp: thin parts and holes."""
    mint = material("mint", (0.25, 0.62, 0.52), roughness=0.35, clearcoat=0.3)
    steel = material("steel", (0.75, 0.75, 0.77), metallic=1, roughness=0.25)
    finish(cylinder(0.36, 0.06, (0, 0, 0.03)), mint, bevel=0.02)
    tube([(0, 0, 0.05), (-0.05, 0, 0.4), (-0.3, 0, 0.8), (-0.42, 0, 0.95)], 0.028, steel)
    tube([(-0.42, 0, 0.95), (0.0, 0, 1.25), (0.25, 0, 1.42)], 0.028, steel)
    finish(cylinder(0.06, 0.09, (-0.42, 0, 0.95), (math.pi / 2, 0, 0), 32), mint, bevel=0.01)
    shade = finish(lathe("shade", [(0.07, 0.34), (0.1, 0.33), (0.14, 0.22), (0.34, 0.0), (0.33, 0.0), (0.13, 0.2), (0, 0.3)]), mint)
    shade.location, shade.rotation_euler = (0.4, 0, 1.16), (0, math.radians(-28), 0)
    return dict(target=(0, 0, 0.78), distance=5.9, height=0.22, ground=(0.86, 0.84, 0.80))


def ball(size, at, mat, rotation=(0, 0, 0)):
    bpy.ops.mesh.primitive_uv_sphere_add(segments=64, ring_count=32, location=at, rotation=rotation)
    obj = bpy.context.object
    obj.scale = size
    return finish(obj, mat)


def grip(flesh, side=1, depth=0.53, reach=0.0, sleeve=None, below=False):
    """A hand around what stands at the origin: fingers before it, thumb behind, the arm leaving the picture."""
    arm = [(0.6, 0.4, 0.45), (1.0, 0.7, -0.3), (1.2, 0.8, -2.6)] if below else [(0.6, 0.4, 0.45), (1.1, 0.6, 0.4), (2.6, 0.7, 0.35)]
    mirror = lambda points: [(side * x, y, z) for x, y, z in points]
    people = [
        ball((0.26, 0.3, 0.5), (side * 0.58, 0.28, 0.5), flesh),
        tube(mirror(arm), 0.25, flesh),
        tube(mirror([(0.4, 0.5, 0.9), (-0.2, 0.55, 0.95), (-0.48, 0.2, 0.98), (-0.46, -0.1, 1.0)]), 0.1, flesh),
    ]
    if sleeve:
        people.append(tube(mirror([(0.95, 0.55, 0.42) if not below else (0.9, 0.62, 0.0), *arm[1:]]), 0.31, sleeve))
    for i, h in enumerate((0.12, 0.3, 0.48, 0.66)):
        tip = (0.02, -0.08, -0.1, -0.02)[i] + reach
        knuckles = [(0.72, 0.2, h), (0.56, -0.28 * depth / 0.53, h), (0.28, 0.05 - depth, h + 0.01), (tip, -depth, h + 0.03)]
        people.append(tube(mirror(knuckles), 0.085, flesh))
    return people


SKIN = dict(pale=(0.80, 0.52, 0.42), fair=(0.62, 0.34, 0.24), olive=(0.40, 0.20, 0.11), brown=(0.16, 0.07, 0.04), deep=(0.05, 0.023, 0.014))


def skin(tone="fair"):
    return material("skin", SKIN[tone], roughness=0.5, subsurface=0.2)


def wool(color=(0.10, 0.16, 0.30)):
    return material("wool", color, roughness=0.9, bump=(90, 0.3))


def held_serum():
    """The serum in a hand: fingers before it, the arm leaving the picture."""
    return dict(serum(), people=grip(skin()), distance=6.4)


def held_tube():
    """A pale hand from the left, in a sleeve."""
    return dict(white_tube(), people=grip(skin("pale"), side=-1, sleeve=wool((0.45, 0.42, 0.38))), distance=6.6)


def held_perfume():
    """A brown hand that lifts the flacon from below."""
    return dict(perfume(), people=grip(skin("brown"), depth=0.36, below=True), lift=1.4, target=(0, 0, 1.95), distance=7.2)


def held_headphones():
    """A deep-skinned hand at one side of the headphones, in a red sleeve, from below."""
    return dict(headphones(), people=grip(skin("deep"), depth=0.4, reach=0.3, sleeve=wool((0.5, 0.05, 0.06)), below=True), lift=1.4, target=(0, 0, 2.2), distance=8.6)


def gloved_carton():
    """A gloved hand around the carton."""
    return dict(carton(), people=grip(wool((0.25, 0.26, 0.28)), side=-1, depth=0.62), distance=7.2, turn=0, height=0.4)


def olive_serum():
    """An olive hand round the serum from the left, bare arm."""
    return dict(serum(), people=grip(skin("olive"), side=-1), distance=6.8)


def deep_tube():
    return dict(white_tube(), people=grip(skin("deep"), side=1), distance=6.4)


def boots():
    """A pair of tan leather ankle boots, roughly."""
    tan = material("tan", (0.42, 0.19, 0.08), roughness=0.5, bump=(28, 0.4))
    sole = material("sole", (0.03, 0.02, 0.015), roughness=0.6)
    for x in (-0.45, 0.45):
        finish(lathe("shaft", [(0.3, 0.1), (0.32, 0.5), (0.27, 0.8), (0.3, 1.35), (0.26, 1.35), (0.2, 0.6)]), tan).location = (x, 0.1, 0)
        ball((0.3, 0.55, 0.3), (x, -0.3, 0.3), tan)
        finish(box((0.6, 1.2, 0.12), (x, -0.25, 0.06)), sole, bevel=0.05)
    return dict(target=(0, 0, 0.68), distance=6.4, height=0.5, ground=(0.85, 0.84, 0.83), turn=-25)


def handbag():
    """A tan leather handbag with a handle and a gold clasp."""
    tan = material("tan", (0.50, 0.24, 0.11), roughness=0.45, bump=(28, 0.4))
    gold = material("gold", (0.95, 0.66, 0.28), metallic=1, roughness=0.2)
    finish(box((1.5, 0.5, 1.0), (0, 0, 0.5)), tan, bevel=0.12)
    tube([(-0.5, 0, 0.95), (-0.45, 0, 1.5), (0, 0, 1.72), (0.45, 0, 1.5), (0.5, 0, 0.95)], 0.05, tan)
    finish(box((0.24, 0.06, 0.16), (0, -0.26, 0.6)), gold, bevel=0.02)
    return dict(target=(0, 0, 0.85), distance=6.8, height=0.4, ground=(0.80, 0.80, 0.80), turn=-18)


def vase():
    """A terracotta vase with a neck: a head on shoulders, if one looks only at the outline."""
    clay = material("clay", (0.58, 0.27, 0.16), roughness=0.8, bump=(60, 0.1))
    finish(lathe("vase", [(0, 0), (0.35, 0), (0.62, 0.5), (0.55, 0.95), (0.2, 1.2), (0.17, 1.35), (0.3, 1.6), (0.28, 1.6), (0.12, 1.3), (0, 1.2)]), clay, subdivide=1)
    return dict(target=(0, 0, 0.8), distance=6.2, height=0.4, ground=(0.84, 0.82, 0.78))


def decanter():
    """A dark green bottle with a turned wooden stopper."""
    green = material("green", (0.02, 0.09, 0.05), roughness=0.2, clearcoat=1)
    wood = material("wood", (0.55, 0.3, 0.15), roughness=0.6)
    finish(lathe("body", [(0, 0), (0.45, 0), (0.5, 0.05), (0.5, 0.75), (0.36, 1.0), (0.13, 1.15), (0.13, 1.3), (0, 1.3)]), green)
    ball((0.22, 0.22, 0.24), (0, 0, 1.5), wood)
    return dict(target=(0, 0, 0.85), distance=6.2, height=0.4, ground=(0.84, 0.84, 0.84))


def held_carton(tone="fair", jumper=(0.10, 0.16, 0.30)):
    """Somebody who holds the carton with both hands before the chest."""
    setup = carton()
    flesh, cloth = skin(tone), wool(jumper)
    hair = material("hair", (0.06, 0.035, 0.02), roughness=0.6)
    people = [
        ball((0.95, 0.5, 1.35), (0, 1.0, 0.5), cloth),
        ball((0.36, 0.4, 0.48), (0, 0.9, 2.25), flesh),
        ball((0.4, 0.42, 0.46), (0, 1.0, 2.38), hair),
        tube([(0, 0.95, 1.6), (0, 0.92, 2.1)], 0.17, flesh),
    ]
    for side in (-1, 1):
        people.append(tube([(side * 0.72, 0.95, 1.3), (side * 1.15, 0.6, 0.45), (side * 0.75, 0.0, 0.5)], 0.2, cloth))
        people.append(ball((0.13, 0.2, 0.26), (side * 0.55, -0.1, 0.55), flesh))
        for h in (0.42, 0.54, 0.66):
            people.append(tube([(side * 0.56, -0.25, h), (side * 0.42, -0.36, h), (side * 0.3, -0.36, h)], 0.055, flesh))
    return dict(setup, people=people, turn=0, distance=9.4, target=(0, 0, 1.2), height=0.3)


def worn_headphones():
    """The headphones on a head."""
    setup = headphones()
    flesh = skin()
    shirt = material("shirt", (0.75, 0.72, 0.66), roughness=0.9)
    people = [
        ball((0.56, 0.62, 0.92), (0, 0, 0.72), flesh),
        ball((0.58, 0.64, 0.6), (0, 0.08, 1.16), material("hair", (0.05, 0.03, 0.02), roughness=0.7)),
        ball((0.1, 0.16, 0.13), (0, -0.62, 0.6), flesh),
        tube([(0, 0.05, 0.3), (0, 0.08, -0.6)], 0.3, flesh),
        ball((1.15, 0.5, 0.75), (0, 0.1, -1.05), shirt),
    ]
    return dict(setup, people=people, lift=1.4, target=(0, 0, 1.95), distance=9.2)


def plant():
    """A fig in a terracotta pot: many leaves with gaps between."""
    clay = material("clay", (0.55, 0.22, 0.12), roughness=0.8, bump=(60, 0.1))
    leaf = material("leaf", (0.05, 0.2, 0.05), roughness=0.35, clearcoat=0.3)
    stem = material("stem", (0.2, 0.13, 0.06), roughness=0.8)
    finish(lathe("pot", [(0, 0), (0.3, 0), (0.4, 0.55), (0.44, 0.55), (0.44, 0.66), (0.38, 0.66), (0.36, 0.58), (0, 0.58)]), clay)
    for i in range(34):
        turn, h = i * 2.4, 0.85 + 0.9 * (i / 34)
        out = 0.3 + 0.4 * math.sin(math.pi * min(1, 0.25 + i / 40))
        at = (out * math.cos(turn), out * math.sin(turn), h)
        tube([(0, 0, 0.5), (at[0] * 0.3, at[1] * 0.3, h * 0.8), at], 0.014, stem)
        ball((0.2, 0.1, 0.012), (at[0] * 1.2, at[1] * 1.2, h + 0.03), leaf, (0.3 * math.sin(i), -0.35, turn))
    return dict(target=(0, 0, 0.92), distance=6.6, height=0.4, ground=(0.84, 0.83, 0.80))


PRODUCTS = dict(serum=serum, watch=watch, shoe=shoe, headphones=headphones, perfume=perfume, carton=carton, tube=white_tube, lamp=lamp, plant=plant)
def brown_carton():
    return held_carton("brown", (0.62, 0.55, 0.40))


def deep_carton():
    return held_carton("deep", (0.55, 0.08, 0.07))


PRODUCTS.update({"held-tube": held_tube, "held-perfume": held_perfume, "held-headphones": held_headphones, "gloved-carton": gloved_carton, "olive-serum": olive_serum, "deep-tube": deep_tube, "brown-carton": brown_carton, "deep-carton": deep_carton, "boots": boots, "handbag": handbag, "vase": vase, "decanter": decanter})
PRODUCTS.update({"held-serum": held_serum, "held-carton": held_carton, "worn-headphones": worn_headphones})


def area_light(at, target, size, power, color=(1, 1, 1)):
    data = bpy.data.lights.new("light", "AREA")
    data.size, data.energy, data.color = size, power, color
    obj = bpy.data.objects.new("light", data)
    obj.location = at
    obj.rotation_euler = (Vector(target) - Vector(at)).to_track_quat("-Z", "Y").to_euler()
    bpy.context.collection.objects.link(obj)


def shoot(name, out):
    clear()
    scene = bpy.context.scene
    setup = PRODUCTS[name]()
    parts = [obj for obj in scene.objects]
    target = Vector(setup["target"])
    turn = math.radians(setup.get("turn", 0))
    pivot = bpy.data.objects.new("pivot", None)
    bpy.context.collection.objects.link(pivot)
    for part in parts:
        part.parent = pivot
    pivot.rotation_euler = (0, 0, turn)
    pivot.location = (0, 0, setup.get("lift", 0))
    # A seamless sweep: floor, curve and wall in one sheet.
    sheet, faces = [], []
    for i in range(25):
        a = max(0, min(1, (i - 6) / 12)) * math.pi / 2
        y = -14 + i * 3 if i < 6 else 4 + 4 * math.sin(a)
        z = 0 if i < 6 else 4 - 4 * math.cos(a) + max(0, i - 18) * 3
        sheet += [(-20, y, z), (20, y, z)]
    faces = [(2 * i, 2 * i + 1, 2 * i + 3, 2 * i + 2) for i in range(24)]
    ground = finish(mesh("ground", sheet, faces), material("ground", setup["ground"], roughness=0.9))
    area_light((-3.4, -3.2, 4.6), target, 3.0, 420)
    area_light((4.0, -2.0, 2.6), target, 3.5, 130, (1, 0.97, 0.93))
    area_light((0.5, 2.5, 5.0), target, 2.4, 190)
    world = bpy.data.worlds.new("world")
    world.use_nodes = True
    world.node_tree.nodes["Background"].inputs[0].default_value = (0.9, 0.92, 0.95, 1)
    world.node_tree.nodes["Background"].inputs[1].default_value = 0.42
    scene.world = world
    camera = bpy.data.objects.new("camera", bpy.data.cameras.new("camera"))
    camera.data.lens = 85
    camera.location = (0, -setup["distance"], target.z + setup["height"] * setup["distance"] / 3)
    camera.rotation_euler = (target - camera.location).to_track_quat("-Z", "Y").to_euler()
    bpy.context.collection.objects.link(camera)
    scene.camera = camera
    scene.render.engine = "CYCLES"
    scene.cycles.samples = SAMPLES
    scene.cycles.use_denoising = False
    scene.cycles.max_bounces = 6
    scene.render.threads_mode, scene.render.threads = "FIXED", 2
    scene.render.resolution_x = scene.render.resolution_y = SIZE
    scene.view_settings.view_transform = "Standard"
    scene.view_settings.exposure = -0.95
    scene.render.image_settings.color_mode = "RGB"
    scene.render.filepath = os.path.join(out, f"{name}.png")
    bpy.ops.render.render(write_still=True)
    # The same camera with the ground taken away, and people leaving a hole, gives the exact mask.
    ground.hide_render = True
    for part in setup.get("people", []):
        part.is_holdout = True
    scene.render.film_transparent = True
    scene.cycles.samples = 16
    scene.render.image_settings.color_mode = "RGBA"
    scene.render.filepath = os.path.join(out, f"{name}-alpha.png")
    bpy.ops.render.render(write_still=True)


arguments = sys.argv[sys.argv.index("--") + 1 :]
for product in [name for name in arguments[1:] if not name.startswith("-")] or PRODUCTS:
    shoot(product, arguments[0])
